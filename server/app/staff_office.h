// Accounts of the team, from the machine that the portal runs on: adding, changing, resetting and
// revoking them. Each is a statement in the log.
//
// Every function waits until its work is durable; call none from the sequencer's thread. Safe from
// any other thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/refusal.h"
#include "server/app/staff.h"

namespace sayso::app {

// What the person is handed, once; nothing of it can be shown again.
struct StaffEnrolment {
  // Base32, for an app for one-time codes; and the same as an address that such an app reads.
  std::string secret;
  std::string uri;
  // To be changed at the first sign-in; empty where the password was given.
  std::string password;
};

// How long a password that somebody else made can be used.
inline constexpr std::int64_t kOneTimePasswordSeconds = 7 * 24 * 60 * 60;

class StaffOffice {
 public:
  // Both outlive the office.
  StaffOffice(Desk& desk, const Credentials& credentials)
      : desk_(desk), credentials_(credentials) {}

  // A password is drawn where none is given. "/user": no user name, or one that is taken, in force
  // or revoked. "/password": as of find_fault().
  [[nodiscard]] Outcome<StaffEnrolment> add(const std::string& user, domain::StaffRole role,
                                            const std::optional<std::string>& password);
  // A new secret and password; sessions end. "/user": no account in force.
  [[nodiscard]] Outcome<StaffEnrolment> reset(const std::string& user,
                                              const std::optional<std::string>& password);
  // From the next request on. "/user" as above; "/role": the account has it already.
  [[nodiscard]] Outcome<void> set_role(const std::string& user, domain::StaffRole role);
  // For good; sessions end. "/user" as above.
  [[nodiscard]] Outcome<void> revoke(const std::string& user);
  [[nodiscard]] std::vector<StaffAccount> list() const;

 private:
  Desk& desk_;
  const Credentials& credentials_;
};

}  // namespace sayso::app
