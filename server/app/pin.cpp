// PIN shares: the half of a device's wrapping key that the server gives out for the right PIN, five
// tries long.
//
// The device stretches the PIN and sends a verifier; what is kept of it is a hash under the pepper.
// A try is counted durably before its answer is given.

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

void store_share(Vault& vault, RowLayer& rows, const std::string& device, const PinShare& share) {
  vault.store_on_desk(
      rows, share_address(vault, device),
      Json::Object{
          {"verifier", share.verifier}, {"share", share.share}, {"tries_left", share.tries_left}});
}

std::optional<PinShare> find_share(const Vault& vault, const Rows& rows,
                                   const std::string& device) {
  const auto json = vault.load(rows, share_address(vault, device));
  if (!json) return std::nullopt;
  PinShare share;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) {
    share.verifier = fields.text("verifier");
    share.share = fields.text("share");
    share.tries_left = fields.integer("tries_left", 0, 100);
  });
  if (!read) return std::nullopt;
  return share;
}

// A wrong try is a change to be kept, so it is an answer here and becomes a refusal once it is
// durable.
Released wrong_try(const Desk& desk, Unit& unit, const std::string& device, PinShare share) {
  --share.tries_left;
  if (share.tries_left > 0) {
    store_share(desk.vault(), unit.rows(), device, share);
  } else {
    unit.rows().remove(share_address(desk.vault(), device));
  }
  return [left = share.tries_left]() -> Outcome<Json> {
    return failure(Refusal{Problem::Pin, {}, Json::Object{{"tries_left", left}}});
  };
}

Outcome<Released> release(const Desk& desk, Unit& unit, const std::string& device,
                          const std::string& verifier) {
  auto share = find_share(desk.vault(), unit.rows(), device);
  if (!share) return failure(Refusal{Problem::PinGone, {}, {}});
  if (share->verifier != pepper_verifier(desk, device, verifier))
    return wrong_try(desk, unit, device, std::move(*share));
  if (share->tries_left != desk.settings().pin_tries) {
    share->tries_left = desk.settings().pin_tries;
    store_share(desk.vault(), unit.rows(), device, *share);
  }
  return Released([text = share->share]() -> Outcome<Json> {
    return Json(Json::Object{{"share", text}});
  });
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
      [this, token = std::string(token), device, share](Unit& unit) -> Outcome<Nothing> {
        const auto session = resolve_session(desk_, unit.rows(), token, unit.now());
        if (!session) return failure(session.error());
        store_share(desk_.vault(), unit.rows(), device, share);
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
