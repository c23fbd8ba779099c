// The rules that this file keeps:
//
//   - Unknown name, wrong password, wrong code, code used before, account revoked or waiting for a
//   reset: one answer, after the same work. A password is hashed in each case, and nothing is
//   written before the answer that is not written in every case.
//   - A code is taken once. What decides that runs in the sequencer, one after the other.

#include "server/app/staff_door.h"

#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "server/app/passwords.h"
#include "server/app/sequencer.h"
#include "server/app/staff_session.h"
#include "shared/encoding/fields.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;

constexpr std::int64_t kStepSeconds = 30;

tl::unexpected<Refusal> refuse(Problem problem, std::string field = {}) {
  return failure(Refusal{problem, std::move(field), {}});
}

// Six digits; nothing for anything else.
std::optional<std::uint32_t> read_code(std::string_view text) {
  if (text.size() != 6) return std::nullopt;
  std::uint32_t code = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    code = 10 * code + static_cast<std::uint32_t>(c - '0');
  }
  return code;
}

// The step whose code this is: now's, the one before or the one after (RFC 6238 §5.2). All three
// are made, whichever it is.
std::optional<std::uint64_t> find_step(const Credentials& credentials, const StaffAccount& account,
                                       std::uint32_t code, Instant now) {
  const auto current = static_cast<std::uint64_t>(now.unix_seconds / kStepSeconds);
  std::optional<std::uint64_t> found;
  for (const std::uint64_t step : {current - 1, current, current + 1}) {
    const bool is_it = credentials.one_time_code(account.secret, step) == code;
    if (is_it && step > account.last_step) found = step;
  }
  return found;
}

bool is_open(const StaffAccount& account, Instant now) {
  return !account.revoked && account.wrong_codes < kMostWrongCodes &&
         (!account.one_time_until || now < *account.one_time_until);
}

Json describe(const StaffSession& session, Instant now) {
  Json::Array permissions;
  for (const domain::Permission permission : domain::permissions_of(session.account.role))
    permissions.emplace_back(domain::name_of(permission));
  return Json::Object{
      {"user", session.account.user},
      {"role", domain::name_of(session.account.role)},
      {"may", std::move(permissions)},
      {"change_password", session.account.one_time_until.has_value()},
      {"session", Json::Object{{"idle_seconds", session.expires.unix_seconds - now.unix_seconds},
                               {"left_seconds", session.ends.unix_seconds - now.unix_seconds}}}};
}

std::function<Outcome<StaffSignedIn>()> answer_with(const OpenedStaffSession& opened, Instant now) {
  return [token = opened.token, me = describe(opened.session, now)]() -> Outcome<StaffSignedIn> {
    return StaffSignedIn{Json::Object{{"me", me}}, token};
  };
}

}  // namespace

struct StaffDoor::Proof {
  std::string user;
  // The hash that the password was held against; what is in its place by now may be another.
  std::string hash;
  bool is_right = false;
  std::uint32_t code = 0;
  // Set where everything but the code is right.
  std::shared_ptr<bool> is_wrong_code = std::make_shared<bool>(false);
};

Outcome<StaffDoor::Proof> StaffDoor::check(std::string user, std::string_view password) const {
  const auto account = find_staff(desk_.vault(), StoredRows(desk_.store()), user);
  const bool has_password = account && !account->password_hash.empty();
  Proof proof;
  proof.user = std::move(user);
  proof.hash = has_password ? account->password_hash : credentials_.decoy_hash();
  const auto right = credentials_.verify_password(proof.hash, password);
  if (!right) return refuse(Problem::Unavailable);
  proof.is_right = *right && has_password;
  return proof;
}

Outcome<StaffDoor::Answer> StaffDoor::enter(Unit& unit, const Proof& proof) {
  const auto found = find_staff(desk_.vault(), unit.rows(), proof.user);
  StaffAccount account = found.value_or(StaffAccount());
  const auto step = find_step(credentials_, account, proof.code, unit.now());
  *proof.is_wrong_code = false;
  if (!found || !proof.is_right || account.password_hash != proof.hash ||
      !is_open(account, unit.now()))
    return refuse(Problem::SignIn);
  if (!step) {
    *proof.is_wrong_code = true;
    return refuse(Problem::SignIn);
  }
  account.last_step = *step;
  account.wrong_codes = 0;
  store_staff(desk_.vault(), unit.rows(), account);
  return answer_with(open_staff_session(desk_, unit.rows(), std::move(account), unit.now()),
                     unit.now());
}

// After the answer: a write before it would tell by its time that the password was right.
void StaffDoor::note_wrong_code(const std::string& user) {
  desk_.sequencer().run<void>(
      [this, user](Unit& unit) -> Outcome<std::function<Outcome<void>()>> {
        auto account = find_staff(desk_.vault(), unit.rows(), user);
        if (!account || account->revoked) return refuse(Problem::SignIn);
        ++account->wrong_codes;
        store_staff(desk_.vault(), unit.rows(), *account);
        return [] { return Outcome<void>(); };
      },
      [](const Outcome<void>&) {});
}

void StaffDoor::sign_in(const Json& body, Done<StaffSignedIn> done) {
  std::string user;
  std::string password;
  std::string code;
  const auto read = encoding::read_fields(body, [&](Fields& fields) {
    user = fields.text("user");
    password = fields.text("password");
    code = fields.text("code");
    if (password.size() > kLongestPasswordBytes) fields.refuse("password");
    if (!read_code(code)) fields.refuse("code");
  });
  if (!read) return done(refuse(Problem::Body, read.error().pointer));
  auto proof = check(std::move(user), password);
  if (!proof) return done(failure(proof.error()));
  proof->code = *read_code(code);
  desk_.sequencer().run<StaffSignedIn>(
      [this, proof = *proof](Unit& unit) { return enter(unit, proof); },
      [this, proof = *proof, done = std::move(done)](Outcome<StaffSignedIn> outcome) {
        done(std::move(outcome));
        if (*proof.is_wrong_code) note_wrong_code(proof.user);
      });
}

void StaffDoor::sign_out(std::string_view token, Done<void> done) {
  desk_.sequencer().run<void>(
      [this, token = std::string(token)](Unit& unit) -> Outcome<std::function<Outcome<void>()>> {
        const RowAddress address = staff_session_address(desk_.vault(), token);
        if (unit.rows().find(address)) unit.rows().remove(address);
        return [] { return Outcome<void>(); };
      },
      std::move(done));
}

Outcome<Json> StaffDoor::me(std::string_view token) {
  const Instant now = desk_.clock().now();
  const auto session = resolve_staff_session(desk_, StoredRows(desk_.store()), token, now);
  if (!session) return failure(session.error());
  return describe(prolong_staff_session(desk_, token, *session), now);
}

void StaffDoor::change_password(std::string_view token, const Json& body,
                                Done<StaffSignedIn> done) {
  const auto session =
      resolve_staff_session(desk_, StoredRows(desk_.store()), token, desk_.clock().now());
  if (!session) return done(failure(session.error()));
  std::string password;
  std::string wanted;
  const auto read = encoding::read_fields(body, [&](Fields& fields) {
    password = fields.text("password");
    wanted = fields.text("new_password");
    if (password.size() > kLongestPasswordBytes) fields.refuse("password");
    if (find_fault(wanted, session->account.user) || wanted == password)
      fields.refuse("new_password");
  });
  if (!read) return done(refuse(Problem::Body, read.error().pointer));
  const auto proof = check(session->account.user, password);
  if (!proof) return done(failure(proof.error()));
  if (!proof->is_right) return done(refuse(Problem::SignIn));
  auto hash = credentials_.hash_password(wanted);
  if (!hash) return done(refuse(Problem::Unavailable));
  desk_.sequencer().run<StaffSignedIn>(
      [this, token = std::string(token), proof = *proof,
       hash = std::move(*hash)](Unit& unit) -> Outcome<Answer> {
        auto current = resolve_staff_session(desk_, unit.rows(), token, unit.now());
        if (!current) return failure(current.error());
        StaffAccount account = std::move(current->account);
        if (account.password_hash != proof.hash) return refuse(Problem::SignIn);
        account.password_hash = hash;
        account.one_time_until.reset();
        ++account.generation;
        store_staff(desk_.vault(), unit.rows(), account);
        unit.rows().remove(staff_session_address(desk_.vault(), token));
        return answer_with(open_staff_session(desk_, unit.rows(), std::move(account), unit.now()),
                           unit.now());
      },
      std::move(done));
}

}  // namespace sayso::app
