#include "shared/domain/staff.h"

#include <algorithm>
#include <cstddef>

#include "shared/domain/name_table.h"

namespace sayso::domain {
namespace {

constexpr NameTable<StaffRole, 4> kRoles{{{StaffRole::KeyWorker, "key-worker"},
                                          {StaffRole::Reviewer, "reviewer"},
                                          {StaffRole::Dpo, "dpo"},
                                          {StaffRole::Administrator, "administrator"}}};

constexpr NameTable<Permission, 5> kNames{{{Permission::SeeToday, "see-today"},
                                           {Permission::SeeRequests, "see-requests"},
                                           {Permission::AnswerRequests, "answer-requests"},
                                           {Permission::LookAtPeople, "look-at-people"},
                                           {Permission::SeeStaff, "see-staff"}}};

struct Row {
  Permission permission;
  bool key_worker;
  bool reviewer;
  bool dpo;
  bool administrator;
};

// clang-format off
constexpr Row kTable[] = {
    //                           key worker  reviewer  DPO    administrator
    {Permission::SeeToday,       true,       true,     true,  false},
    {Permission::SeeRequests,    false,      true,     true,  false},
    {Permission::AnswerRequests, false,      true,     true,  false},
    {Permission::LookAtPeople,   true,       true,     true,  false},
    {Permission::SeeStaff,       false,      false,    true,  true},
};
// clang-format on

bool cell(const Row& row, StaffRole role) {
  switch (role) {
    case StaffRole::KeyWorker:
      return row.key_worker;
    case StaffRole::Reviewer:
      return row.reviewer;
    case StaffRole::Dpo:
      return row.dpo;
    case StaffRole::Administrator:
      return row.administrator;
  }
  return false;
}

bool is_mark(char c) { return c == '.' || c == '-'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

bool may(StaffRole role, Permission permission) {
  for (const Row& row : kTable) {
    if (row.permission == permission) return cell(row, role);
  }
  return false;
}

std::vector<Permission> permissions_of(StaffRole role) {
  std::vector<Permission> all;
  for (const Permission permission : kPermissions) {
    if (may(role, permission)) all.push_back(permission);
  }
  return all;
}

std::string_view name_of(StaffRole role) { return name_in(kRoles, role); }

std::optional<StaffRole> find_staff_role(std::string_view name) { return find_in(kRoles, name); }

std::string_view name_of(Permission permission) { return name_in(kNames, permission); }

bool is_user_name(std::string_view text) {
  if (text.size() < 3 || text.size() > 40 || !is_letter(text.front()) || is_mark(text.back()))
    return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (!is_letter(c) && !(c >= '0' && c <= '9') && !is_mark(c)) return false;
    if (is_mark(c) && is_mark(text[i - 1])) return false;
  }
  return true;
}

}  // namespace sayso::domain
