#include "shared/domain/staff.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace sayso::domain {
namespace {

// Written out a second time, by role: whoever changes the table says so twice.
const std::set<std::string> kExpected = {
    "key-worker see-today",    "reviewer see-today",        "reviewer see-requests",
    "dpo see-today",           "dpo see-requests",          "dpo see-staff",
    "administrator see-staff", "key-worker look-at-people", "reviewer look-at-people",
    "dpo look-at-people",      "reviewer answer-requests",  "dpo answer-requests"};

TEST_CASE("each role may do what is written here, and nothing else") {
  for (const StaffRole role : kStaffRoles) {
    std::set<Permission> listed;
    for (const Permission permission : permissions_of(role)) listed.insert(permission);
    for (const Permission permission : kPermissions) {
      const std::string cell = std::string(name_of(role)) + " " + std::string(name_of(permission));
      CAPTURE(cell);
      CHECK(may(role, permission) == (kExpected.count(cell) == 1));
      CHECK(listed.count(permission) == kExpected.count(cell));
    }
  }
}

TEST_CASE("what is no permission or role opens nothing") {
  CHECK_FALSE(may(StaffRole::Dpo, static_cast<Permission>(99)));
  CHECK_FALSE(may(static_cast<StaffRole>(99), Permission::SeeToday));
}

TEST_CASE("an administrator sees nobody's information") {
  for (const Permission permission :
       {Permission::SeeToday, Permission::SeeRequests, Permission::LookAtPeople})
    CHECK_FALSE(may(StaffRole::Administrator, permission));
}

TEST_CASE("roles are found by their names") {
  for (const StaffRole role : kStaffRoles) CHECK(find_staff_role(name_of(role)) == role);
  for (const char* other : {"", "Reviewer", "admin", "organisation"})
    CHECK_FALSE(find_staff_role(other).has_value());
}

TEST_CASE("user names are few characters in one spelling") {
  for (const char* name : {"kim", "kim.field", "k-w-2", "a23456789012345678901234567890123456789b"})
    CHECK_MESSAGE(is_user_name(name), name);
  for (const char* name :
       {"", "ab", "Kim", "2kim", ".kim", "kim.", "kim-", "kim..field", "kim-.x", "kim field",
        "kim@council", "kim/x", "k\xc3\xafm", "a2345678901234567890123456789012345678901"})
    CHECK_FALSE_MESSAGE(is_user_name(name), name);
}

}  // namespace
}  // namespace sayso::domain
