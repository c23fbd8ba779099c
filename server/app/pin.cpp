// PIN shares: the half of a wrapping key that the server gives out for the right PIN on its device,
// five tries long.
//
// The device stretches the PIN and sends a verifier; what is kept of it is a hash under the pepper.
// A try is counted durably before its answer is given.

#include <algorithm>
#include <vector>

#include "server/app/portal.h"
#include "server/app/sequencer.h"
#include "server/app/session.h"
#include "shared/encoding/base64.h"
#include "shared/encoding/fields.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;
using Nothing = std::function<Outcome<void>()>;
using Released = std::function<Outcome<Json>()>;

struct PinShare {
  std::string person;
  std::string verifier;
  std::string share;
  std::int64_t tries_left = 0;
};

std::string read_32_bytes(Fields& fields, std::string_view name) {
  std::string text = fields.text(name);
  const auto bytes = encoding::decode_base64url(text);
  if (!bytes || bytes->size() != 32) fields.refuse(name);
  return text;
}

std::string pepper_verifier(const Desk& desk, const std::string& device,
                            const std::string& verifier) {
  return encode_hex(desk.keyring().pepper("sayso/pin/v1", as_bytes(device + "/" + verifier)));
}

RowAddress share_address(const Vault& vault, const std::string& device) {
  return vault.address(Shelf::PinShares, {device});
}

// Several people may have a PIN on one device: each has a share, and tries of their own.
using PinShares = std::vector<PinShare>;

// More people than share one browser; past it the oldest goes.
constexpr std::size_t kMostShares = 8;

void store_shares(Vault& vault, RowLayer& rows, const std::string& device,
                  const PinShares& shares) {
  Json::Array list;
  for (const PinShare& share : shares)
    list.push_back(Json::Object{{"person", share.person},
                                {"verifier", share.verifier},
                                {"share", share.share},
                                {"tries_left", share.tries_left}});
  vault.store_on_desk(rows, share_address(vault, device),
                      Json::Object{{"shares", std::move(list)}});
}

PinShares find_shares(const Vault& vault, const Rows& rows, const std::string& device) {
  PinShares shares;
  const auto json = vault.load(rows, share_address(vault, device));
  if (!json) return shares;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) {
    fields.objects("shares", [&](Fields& one) {
      PinShare share;
      share.person = one.text("person");
      share.verifier = one.text("verifier");
      share.share = one.text("share");
      share.tries_left = one.integer("tries_left", 0, 100);
      shares.push_back(std::move(share));
    });
  });
  return read ? shares : PinShares();
}

// Whose try it was meant to be cannot be known, so it is everybody's, and somebody's right PIN
// gives only their own tries back: otherwise whoever has a PIN here could guess another's for ever.
// It is a change to be kept, so it is an answer here and becomes a refusal once it is durable.
Released wrong_try(const Desk& desk, Unit& unit, const std::string& device, PinShares shares) {
  std::int64_t most_left = 0;
  for (PinShare& share : shares) most_left = std::max(most_left, --share.tries_left);
  std::erase_if(shares, [](const PinShare& share) { return share.tries_left <= 0; });
  if (shares.empty()) {
    unit.rows().remove(share_address(desk.vault(), device));
  } else {
    store_shares(desk.vault(), unit.rows(), device, shares);
  }
  return [most_left]() -> Outcome<Json> {
    return failure(Refusal{Problem::Pin, {}, Json::Object{{"tries_left", most_left}}});
  };
}

Outcome<Released> release(const Desk& desk, Unit& unit, const std::string& device,
                          const std::string& verifier) {
  PinShares shares = find_shares(desk.vault(), unit.rows(), device);
  if (shares.empty()) return failure(Refusal{Problem::PinGone, {}, {}});
  const std::string wanted = pepper_verifier(desk, device, verifier);
  const auto share = std::find_if(shares.begin(), shares.end(),
                                  [&](const PinShare& one) { return one.verifier == wanted; });
  if (share == shares.end()) return wrong_try(desk, unit, device, std::move(shares));
  const std::string text = share->share;
  if (share->tries_left != desk.settings().pin_tries) {
    share->tries_left = desk.settings().pin_tries;
    store_shares(desk.vault(), unit.rows(), device, shares);
  }
  return Released([text]() -> Outcome<Json> { return Json(Json::Object{{"share", text}}); });
}

// One for each person; and the same PIN again takes the place of the earlier one, since two people
// who chose alike must not open each other's.
void add_share(const Desk& desk, Unit& unit, const std::string& device, const PinShare& share) {
  PinShares shares = find_shares(desk.vault(), unit.rows(), device);
  std::erase_if(shares, [&](const PinShare& one) {
    return one.verifier == share.verifier || one.person == share.person;
  });
  if (shares.size() == kMostShares) shares.erase(shares.begin());
  shares.push_back(share);
  store_shares(desk.vault(), unit.rows(), device, shares);
}

}  // namespace

void Portal::keep_pin_share(std::string_view token, const Json& body, Done<void> done) {
  std::string device;
  std::string verifier;
  PinShare share;
  const auto read = encoding::read_fields(body, [&](Fields& fields) {
    device = read_32_bytes(fields, "device");
    verifier = read_32_bytes(fields, "verifier");
    share.share = read_32_bytes(fields, "share");
  });
  if (!read) return done(failure(Refusal{Problem::Body, read.error().pointer, {}}));
  share.verifier = pepper_verifier(desk_, device, verifier);
  share.tries_left = desk_.settings().pin_tries;
  desk_.sequencer().run<void>(
      [this, token = std::string(token), device, share](Unit& unit) mutable -> Outcome<Nothing> {
        const auto session = resolve_session(desk_, unit.rows(), token, unit.now());
        if (!session) return failure(session.error());
        share.person = session->person.value();
        add_share(desk_, unit, device, share);
        return Nothing([] { return Outcome<void>(); });
      },
      std::move(done));
}

void Portal::release_pin_share(const Json& body, Done<Json> done) {
  std::string device;
  std::string verifier;
  const auto read = encoding::read_fields(body, [&](Fields& fields) {
    device = read_32_bytes(fields, "device");
    verifier = read_32_bytes(fields, "verifier");
  });
  if (!read) return done(failure(Refusal{Problem::Body, read.error().pointer, {}}));
  desk_.sequencer().run<Json>(
      [this, device, verifier](Unit& unit) { return release(desk_, unit, device, verifier); },
      std::move(done));
}

}  // namespace sayso::app
