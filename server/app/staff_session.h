// Sessions of the team: apart from people's, shorter, and each request asks for the permission that
// it needs. Kept under a hash of their token. Safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/app/refusal.h"
#include "server/app/staff.h"

namespace sayso::app {

struct StaffSession {
  // As it is now: a role that changed counts from the next request on.
  StaffAccount account;
  // When it ends if nothing more is asked; never past `ends`.
  Instant expires;
  Instant ends;
};

struct OpenedStaffSession {
  std::string token;
  StaffSession session;
};

[[nodiscard]] OpenedStaffSession open_staff_session(const Desk& desk, RowLayer& rows,
                                                    StaffAccount account, Instant now);

// Problem::Session unless it is of an account in force and has not ended. Says nothing about what
// it may do.
[[nodiscard]] Outcome<StaffSession> resolve_staff_session(const Desk& desk, const Rows& rows,
                                                          std::string_view token, Instant now);

// The same, for somebody who may do this. Problems: Session, ChangePassword, NotAllowed.
[[nodiscard]] Outcome<StaffSession> admit_staff(const Desk& desk, const Rows& rows,
                                                std::string_view token, Instant now,
                                                domain::Permission permission);

// Moves the end of the session on, behind the caller's back, as prolong_session() does.
StaffSession prolong_staff_session(const Desk& desk, std::string_view token,
                                   const StaffSession& session);

[[nodiscard]] RowAddress staff_session_address(const Vault& vault, std::string_view token);

}  // namespace sayso::app
