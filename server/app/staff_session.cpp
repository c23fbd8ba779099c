#include "server/app/staff_session.h"

#include <algorithm>
#include <functional>
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
  return std::min(Instant{now.unix_seconds + desk.settings().staff_idle_seconds}, ends);
}

void store_session(const Desk& desk, RowLayer& rows, std::string_view token,
                   const StaffSession& session) {
  const Json json = Json::Object{{"user", session.account.user},
                                 {"generation", session.account.generation},
                                 {"expires", session.expires.unix_seconds},
                                 {"ends", session.ends.unix_seconds}};
  desk.vault().store_on_desk(rows, staff_session_address(desk.vault(), token), json,
                             day_of(session.expires));
}

tl::unexpected<Refusal> refuse(Problem problem) { return failure(Refusal{problem, {}, {}}); }

}  // namespace

RowAddress staff_session_address(const Vault& vault, std::string_view token) {
  return vault.address(Shelf::StaffSessions, {token});
}

OpenedStaffSession open_staff_session(const Desk& desk, RowLayer& rows, StaffAccount account,
                                      Instant now) {
  ByteArray<32> secret{};
  desk.random().fill(secret);
  std::string token = encoding::encode_base64url(secret);
  const Instant ends{now.unix_seconds + desk.settings().staff_longest_seconds};
  StaffSession session{std::move(account), expires_after(desk, now, ends), ends};
  store_session(desk, rows, token, session);
  return {std::move(token), std::move(session)};
}

Outcome<StaffSession> resolve_staff_session(const Desk& desk, const Rows& rows,
                                            std::string_view token, Instant now) {
  if (token.empty() || token.size() > kMaxTokenBytes) return refuse(Problem::Session);
  const auto json = desk.vault().load(rows, staff_session_address(desk.vault(), token));
  if (!json) return refuse(Problem::Session);
  std::string user;
  std::int64_t generation = 0;
  StaffSession session;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) {
    user = fields.text("user");
    generation = fields.integer("generation", 1, encoding::kMaxInteger);
    session.expires = {fields.integer("expires", 0, encoding::kMaxInteger)};
    session.ends = {fields.integer("ends", 0, encoding::kMaxInteger)};
  });
  if (!read || !(now < session.expires)) return refuse(Problem::Session);
  auto account = find_staff(desk.vault(), rows, user);
  if (!account || account->revoked || account->generation != generation)
    return refuse(Problem::Session);
  session.account = std::move(*account);
  return session;
}

Outcome<StaffSession> admit_staff(const Desk& desk, const Rows& rows, std::string_view token,
                                  Instant now, domain::Permission permission) {
  auto session = resolve_staff_session(desk, rows, token, now);
  if (!session) return session;
  if (session->account.one_time_until) return refuse(Problem::ChangePassword);
  if (!domain::may(session->account.role, permission)) return refuse(Problem::NotAllowed);
  return session;
}

StaffSession prolong_staff_session(const Desk& desk, std::string_view token,
                                   const StaffSession& session) {
  StaffSession longer = session;
  longer.expires = expires_after(desk, desk.clock().now(), session.ends);
  if (longer.expires.unix_seconds - session.expires.unix_seconds < kProlongAfterSeconds)
    return session;
  desk.sequencer().run<void>(
      [&desk, token = std::string(token)](Unit& unit) -> Outcome<std::function<Outcome<void>()>> {
        // Ended meanwhile: ended it stays.
        auto current = resolve_staff_session(desk, unit.rows(), token, unit.now());
        if (!current) return failure(current.error());
        current->expires = expires_after(desk, unit.now(), current->ends);
        store_session(desk, unit.rows(), token, *current);
        return [] { return Outcome<void>(); };
      },
      [](const Outcome<void>&) {});
  return longer;
}

}  // namespace sayso::app
