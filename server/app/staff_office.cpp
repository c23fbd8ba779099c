#include "server/app/staff_office.h"

#include <functional>
#include <utility>

#include "server/app/passwords.h"
#include "server/app/wait.h"
#include "shared/encoding/base32.h"
#include "shared/encoding/crockford.h"

namespace sayso::app {
namespace {

using Nothing = std::function<Outcome<void>()>;
using Handed = std::function<Outcome<StaffEnrolment>()>;
using protocol::StaffStep;

// As long as the hash of the codes' HMAC (RFC 4226 §4, R6).
constexpr std::size_t kSecretBytes = 20;

tl::unexpected<Refusal> refuse(const char* field) {
  return failure(Refusal{Problem::Body, field, {}});
}

// What apps for one-time codes read; what it says beyond the secret is what they take anyway.
std::string uri_of(const std::string& user, const std::string& secret) {
  return "otpauth://totp/Sayso:" + user + "?secret=" + secret +
         "&issuer=Sayso&algorithm=SHA1&digits=6&period=30";
}

std::optional<StaffAccount> find_in_force(const Desk& desk, const Rows& rows,
                                          const std::string& user) {
  auto account = find_staff(desk.vault(), rows, user);
  if (!account || account->revoked) return std::nullopt;
  return account;
}

void keep(const Desk& desk, Unit& unit, const StaffAccount& account, StaffStep step) {
  store_staff(desk.vault(), unit.rows(), account);
  append_staff(desk, unit, account, step);
}

Nothing done() {
  return [] { return Outcome<void>(); };
}

// What the account signs in with from now on, and what to hand over.
struct Fresh {
  std::string password_hash;
  Bytes secret;
  StaffEnrolment enrolment;
};

Outcome<Fresh> make_fresh(const Desk& desk, const Credentials& credentials, const std::string& user,
                          const std::optional<std::string>& password) {
  if (password && find_fault(*password, user)) return refuse("/password");
  Fresh fresh;
  if (!password) fresh.enrolment.password = draw_one_time_password(desk.random());
  auto hash = credentials.hash_password(password.value_or(fresh.enrolment.password));
  if (!hash) return failure(Refusal{Problem::Unavailable, {}, {}});
  fresh.password_hash = std::move(*hash);
  fresh.secret.resize(kSecretBytes);
  desk.random().fill(fresh.secret);
  fresh.enrolment.secret = encoding::encode_base32(fresh.secret);
  fresh.enrolment.uri = uri_of(user, fresh.enrolment.secret);
  return fresh;
}

void take_up(StaffAccount& account, const Fresh& fresh, Instant now) {
  account.password_hash = fresh.password_hash;
  account.secret = fresh.secret;
  account.wrong_codes = 0;
  account.one_time_until.reset();
  if (!fresh.enrolment.password.empty())
    account.one_time_until = Instant{now.unix_seconds + kOneTimePasswordSeconds};
}

}  // namespace

Outcome<StaffEnrolment> StaffOffice::add(const std::string& user, domain::StaffRole role,
                                         const std::optional<std::string>& password) {
  if (!domain::is_user_name(user)) return refuse("/user");
  const auto fresh = make_fresh(desk_, credentials_, user, password);
  if (!fresh) return failure(fresh.error());
  encoding::IdBytes id{};
  desk_.random().fill(id);
  return run_and_wait<StaffEnrolment>(desk_.sequencer(), [&](Unit& unit) -> Outcome<Handed> {
    // A name is one person's for ever, so that what it did stays theirs.
    if (find_staff(desk_.vault(), unit.rows(), user)) return refuse("/user");
    StaffAccount account;
    account.user = user;
    account.id = RecordId(encoding::encode_id(id));
    account.role = role;
    account.added = unit.now();
    take_up(account, *fresh, unit.now());
    keep(desk_, unit, account, StaffStep::Added);
    return Handed(
        [enrolment = fresh->enrolment]() -> Outcome<StaffEnrolment> { return enrolment; });
  });
}

Outcome<StaffEnrolment> StaffOffice::reset(const std::string& user,
                                           const std::optional<std::string>& password) {
  const auto fresh = make_fresh(desk_, credentials_, user, password);
  if (!fresh) return failure(fresh.error());
  return run_and_wait<StaffEnrolment>(desk_.sequencer(), [&](Unit& unit) -> Outcome<Handed> {
    auto account = find_in_force(desk_, unit.rows(), user);
    if (!account) return refuse("/user");
    ++account->generation;
    take_up(*account, *fresh, unit.now());
    keep(desk_, unit, *account, StaffStep::Reset);
    return Handed(
        [enrolment = fresh->enrolment]() -> Outcome<StaffEnrolment> { return enrolment; });
  });
}

Outcome<void> StaffOffice::set_role(const std::string& user, domain::StaffRole role) {
  return run_and_wait<void>(desk_.sequencer(), [&](Unit& unit) -> Outcome<Nothing> {
    auto account = find_in_force(desk_, unit.rows(), user);
    if (!account) return refuse("/user");
    if (account->role == role) return refuse("/role");
    account->role = role;
    keep(desk_, unit, *account, StaffStep::RoleChanged);
    return done();
  });
}

Outcome<void> StaffOffice::revoke(const std::string& user) {
  return run_and_wait<void>(desk_.sequencer(), [&](Unit& unit) -> Outcome<Nothing> {
    auto account = find_in_force(desk_, unit.rows(), user);
    if (!account) return refuse("/user");
    account->revoked = unit.now();
    ++account->generation;
    // Nothing that would open it is kept.
    account->password_hash.clear();
    account->secret.clear();
    keep(desk_, unit, *account, StaffStep::Revoked);
    return done();
  });
}

std::vector<StaffAccount> StaffOffice::list() const {
  return list_staff(desk_.vault(), desk_.store());
}

}  // namespace sayso::app
