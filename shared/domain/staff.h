// The Turnaround Plus team: the roles of its members, and what each may do.
//
// Every permission of every role stands in one table (staff.cpp); whoever asks for one asks may().
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace sayso::domain {

// The names are stored, and shown to people as what somebody is who looked at their information.
enum class StaffRole {
  KeyWorker,      // invites people and helps them
  Reviewer,       // decides requests
  Dpo,            // the data protection officer: answers for all of it
  Administrator,  // runs the accounts, and sees nobody's information
};
inline constexpr StaffRole kStaffRoles[] = {StaffRole::KeyWorker, StaffRole::Reviewer,
                                            StaffRole::Dpo, StaffRole::Administrator};

enum class Permission {
  SeeToday,        // how many requests are new, due and overdue: figures alone
  SeeRequests,     // the queue: kind, state and dates, without a name
  AnswerRequests,  // take one up, read it, answer it
  LookAtPeople,    // what is held about somebody: each look is a use that they see
  SeeStaff,        // who of the team has an account, and in which role
};
inline constexpr Permission kPermissions[] = {Permission::SeeToday, Permission::SeeRequests,
                                              Permission::AnswerRequests, Permission::LookAtPeople,
                                              Permission::SeeStaff};

[[nodiscard]] bool may(StaffRole role, Permission permission);
[[nodiscard]] std::vector<Permission> permissions_of(StaffRole role);

// "key-worker", "reviewer", "dpo", "administrator".
[[nodiscard]] std::string_view name_of(StaffRole role);
[[nodiscard]] std::optional<StaffRole> find_staff_role(std::string_view name);
// "see-today", "see-requests", "answer-requests", "look-at-people", "see-staff".
[[nodiscard]] std::string_view name_of(Permission permission);

// What somebody of the team signs in with: 3 to 40 of a–z, 0–9, dot and hyphen, a letter first, no
// two marks side by side and none last.
[[nodiscard]] bool is_user_name(std::string_view text);

}  // namespace sayso::domain
