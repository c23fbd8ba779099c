#include "server/app/session.h"

#include "server/app/sequencer.h"
#include "shared/encoding/base64.h"
#include "shared/encoding/fields.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;

// A session is moved on at most this often: reading is no reason to write every time.
constexpr std::int64_t kProlongAfterSeconds = 60;
constexpr std::size_t kMaxTokenBytes = 64;

void store_session(const Desk& desk, RowLayer& rows, std::string_view token, const PersonId& person,
                   std::string_view multikey, Instant now) {
  const Instant expires{now.unix_seconds + desk.settings().session_idle_seconds};
  const Json json = Json::Object{
      {"person", person.value()}, {"key", multikey}, {"expires", expires.unix_seconds}};
  desk.vault().store_on_desk(rows, session_address(desk.vault(), token), json, day_of(expires));
}

tl::unexpected<Refusal> no_session() { return failure(Refusal{Problem::Session, {}, {}}); }

}  // namespace

RowAddress session_address(const Vault& vault, std::string_view token) {
  return vault.address(Shelf::Sessions, {token});
}

std::string open_session(const Desk& desk, RowLayer& rows, const PersonId& person,
                         std::string_view multikey, Instant now) {
  ByteArray<32> secret{};
  desk.random().fill(secret);
  std::string token = encoding::encode_base64url(secret);
  store_session(desk, rows, token, person, multikey, now);
  return token;
}

Outcome<Session> resolve_session(const Desk& desk, const Rows& rows, std::string_view token,
                                 Instant now) {
  if (token.empty() || token.size() > kMaxTokenBytes) return no_session();
  const auto json = desk.vault().load(rows, session_address(desk.vault(), token));
  if (!json) return no_session();
  Session session;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) {
    session.person = PersonId(fields.text("person"));
    session.key = fields.text("key");
    session.expires = {fields.integer("expires", 0, encoding::kMaxInteger)};
  });
  if (!read || !(now < session.expires)) return no_session();
  const auto device = find_device(desk.vault(), rows, session.key);
  if (!device || device->state != KeyState::InForce || device->person != session.person)
    return no_session();
  session.device = *device;
  return session;
}

void prolong_session(const Desk& desk, std::string_view token, const Session& session) {
  const std::int64_t idle = desk.settings().session_idle_seconds;
  const std::int64_t left = session.expires.unix_seconds - desk.clock().now().unix_seconds;
  if (idle - left < kProlongAfterSeconds) return;
  desk.sequencer().run<void>(
      [&desk, token = std::string(token)](Unit& unit) -> Outcome<std::function<Outcome<void>()>> {
        // Ended meanwhile: ended it stays.
        const auto current = resolve_session(desk, unit.rows(), token, unit.now());
        if (!current) return failure(current.error());
        store_session(desk, unit.rows(), token, current->person, current->key, unit.now());
        return [] { return Outcome<void>(); };
      },
      [](const Outcome<void>&) {});
}

}  // namespace sayso::app
