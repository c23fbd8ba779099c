#include "server/app/session.h"

#include <algorithm>
#include <utility>

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

Instant expires_after(const Desk& desk, Instant now, Instant ends) {
  return std::min(Instant{now.unix_seconds + desk.settings().session_idle_seconds}, ends);
}

void store_session(const Desk& desk, RowLayer& rows, std::string_view token,
                   const Session& session) {
  const Json json = Json::Object{{"person", session.person.value()},
                                 {"key", session.key},
                                 {"expires", session.expires.unix_seconds},
                                 {"ends", session.ends.unix_seconds}};
  desk.vault().store_on_desk(rows, session_address(desk.vault(), token), json,
                             day_of(session.expires));
}

tl::unexpected<Refusal> no_session() { return failure(Refusal{Problem::Session, {}, {}}); }

}  // namespace

RowAddress session_address(const Vault& vault, std::string_view token) {
  return vault.address(Shelf::Sessions, {token});
}

OpenedSession open_session(const Desk& desk, RowLayer& rows, Device device,
                           std::string_view multikey, Instant now) {
  ByteArray<32> secret{};
  desk.random().fill(secret);
  std::string token = encoding::encode_base64url(secret);
  const Instant ends{now.unix_seconds + desk.settings().session_longest_seconds};
  Session session{device.person, std::string(multikey), expires_after(desk, now, ends), ends,
                  std::move(device)};
  store_session(desk, rows, token, session);
  return {std::move(token), std::move(session)};
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
    session.ends = {fields.integer("ends", 0, encoding::kMaxInteger)};
  });
  if (!read || !(now < session.expires)) return no_session();
  const auto device = find_device(desk.vault(), rows, session.key);
  if (!device || device->state != KeyState::InForce || device->person != session.person)
    return no_session();
  session.device = *device;
  return session;
}

Session prolong_session(const Desk& desk, std::string_view token, const Session& session) {
  Session longer = session;
  longer.expires = expires_after(desk, desk.clock().now(), session.ends);
  if (longer.expires.unix_seconds - session.expires.unix_seconds < kProlongAfterSeconds)
    return session;
  desk.sequencer().run<void>(
      [&desk, token = std::string(token)](Unit& unit) -> Outcome<std::function<Outcome<void>()>> {
        // Ended meanwhile: ended it stays.
        auto current = resolve_session(desk, unit.rows(), token, unit.now());
        if (!current) return failure(current.error());
        current->expires = expires_after(desk, unit.now(), current->ends);
        store_session(desk, unit.rows(), token, *current);
        return [] { return Outcome<void>(); };
      },
      [](const Outcome<void>&) {});
  return longer;
}

}  // namespace sayso::app
