#include "server/app/confirm.h"

#include <utility>

#include "server/app/entries.h"
#include "server/app/known_enrolments.h"
#include "server/app/people.h"
#include "server/app/portal.h"
#include "server/app/sequencer.h"
#include "server/app/statements.h"
#include "shared/encoding/fields.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;

constexpr std::uint32_t kCodes = 1'000'000;
constexpr std::string_view kRole = "key-worker";

struct Confirmation {
  std::string verifier;
  // The key that is to be confirmed, as Multikey.
  std::string key;
  Instant expires;
  std::int64_t tries_left = kConfirmationTries;
};

RowAddress confirmation_address(const Vault& vault, const PersonId& person) {
  return vault.address(Shelf::Confirmations, {person.value()});
}

std::string pepper_code(const Desk& desk, const PersonId& person, std::string_view code) {
  const std::string text = person.value() + "/" + std::string(code);
  return encode_hex(desk.keyring().pepper("sayso/confirmation/v1", as_bytes(text)));
}

void store_confirmation(const Desk& desk, RowLayer& rows, const PersonId& person,
                        const Confirmation& confirmation) {
  desk.vault().store_on_desk(rows, confirmation_address(desk.vault(), person),
                             Json::Object{{"verifier", confirmation.verifier},
                                          {"key", confirmation.key},
                                          {"expires", confirmation.expires.unix_seconds},
                                          {"tries_left", confirmation.tries_left}},
                             day_of(confirmation.expires));
}

std::optional<Confirmation> find_confirmation(const Desk& desk, const Rows& rows,
                                              const PersonId& person) {
  const auto json = desk.vault().load(rows, confirmation_address(desk.vault(), person));
  if (!json) return std::nullopt;
  Confirmation confirmation;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) {
    confirmation.verifier = fields.text("verifier");
    confirmation.key = fields.text("key");
    confirmation.expires = {fields.integer("expires", 0, encoding::kMaxInteger)};
    confirmation.tries_left = fields.integer("tries_left", 0, kConfirmationTries);
  });
  if (!read) return std::nullopt;
  return confirmation;
}

// Every code is as likely as any other: what does not divide evenly is drawn again.
std::string draw_digits(Random& random) {
  constexpr std::uint32_t kEven = 0xFFFFFFFFu - 0xFFFFFFFFu % kCodes;
  std::uint32_t number = kEven;
  while (number >= kEven) {
    ByteArray<4> bytes{};
    random.fill(bytes);
    number = 0;
    for (const std::uint8_t byte : bytes) number = number << 8 | byte;
  }
  std::string digits = std::to_string(number % kCodes);
  return std::string(6 - digits.size(), '0') + digits;
}

// False where the key was revoked meanwhile.
bool confirm_key(const Desk& desk, Unit& unit, const PersonId& person,
                 const std::string& multikey) {
  Vault& vault = desk.vault();
  auto device = find_device(vault, unit.rows(), multikey);
  auto account = find_account(vault, unit.rows(), person);
  if (!account || !device || device->person != person || device->state != KeyState::InForce)
    return false;
  const auto enrolment = find_enrolment(vault, unit.rows(), person, device->enrolment);
  if (!enrolment) return false;
  account->running = next_running(vault, unit.rows(), person);
  unit.append(
      make_statement(desk.random(), unit,
                     protocol::KeyConfirmed{describe_enrolment(*enrolment)->reference.leaf_hash,
                                            std::string(kRole)},
                     person, account->running));
  device->assurance = protocol::Assurance::Confirmed;
  store_device(vault, unit.rows(), multikey, *device);
  store_account(vault, unit.rows(), person, *account, unit.now());
  return true;
}

}  // namespace

std::string make_confirmation_code(const Desk& desk, RowLayer& rows, const Session& session,
                                   Instant now) {
  std::string code = draw_digits(desk.random());
  const Instant expires{now.unix_seconds + kConfirmationSeconds};
  store_confirmation(desk, rows, session.person,
                     {pepper_code(desk, session.person, code), session.key, expires});
  return code;
}

bool try_confirmation(const Desk& desk, Unit& unit, const PersonId& person, std::string_view code) {
  auto confirmation = find_confirmation(desk, unit.rows(), person);
  if (!confirmation || !(unit.now() < confirmation->expires)) return false;
  const RowAddress address = confirmation_address(desk.vault(), person);
  if (confirmation->verifier == pepper_code(desk, person, code)) {
    unit.rows().remove(address);
    return confirm_key(desk, unit, person, confirmation->key);
  }
  if (--confirmation->tries_left > 0)
    store_confirmation(desk, unit.rows(), person, *confirmation);
  else
    unit.rows().remove(address);
  return false;
}

bool is_confirmed(const Session& session) {
  return session.device.assurance == protocol::Assurance::Confirmed;
}

void Portal::make_confirmation_code(std::string_view token, Done<Json> done) {
  using Answer = std::function<Outcome<Json>()>;
  desk_.sequencer().run<Json>(
      [this, token = std::string(token)](Unit& unit) -> Outcome<Answer> {
        const auto session = resolve_session(desk_, unit.rows(), token, unit.now());
        if (!session) return failure(session.error());
        const std::string code =
            app::make_confirmation_code(desk_, unit.rows(), *session, unit.now());
        const Instant expires{unit.now().unix_seconds + kConfirmationSeconds};
        return Answer([code, expires]() -> Outcome<Json> {
          return Json(Json::Object{{"code", code}, {"expires", encode_instant(expires)}});
        });
      },
      std::move(done));
}

}  // namespace sayso::app
