// What the team may look at: each look asks for its permission first. Nothing here names a person
// of a family: what does is a use, and in the log before it is shown (uses.h).

#include <utility>

#include "server/app/request_queue.h"
#include "server/app/staff_door.h"
#include "server/app/staff_session.h"
#include "shared/domain/civil_time.h"

namespace sayso::app {

using encoding::Json;

Outcome<void> StaffDoor::admit(std::string_view token, domain::Permission permission) {
  const auto session =
      admit_staff(desk_, StoredRows(desk_.store()), token, desk_.clock().now(), permission);
  if (!session) return failure(session.error());
  prolong_staff_session(desk_, token, *session);
  return {};
}

Outcome<Json> StaffDoor::today(std::string_view token) {
  const auto admitted = admit(token, domain::Permission::SeeToday);
  if (!admitted) return failure(admitted.error());
  const Date date = domain::uk_time(desk_.clock().now()).date;
  const auto counts = count_requests(find_waiting_cases(desk_, StoredRows(desk_.store())), date);
  return Json(Json::Object{{"date", encode_date(date)},
                           {"new", counts.fresh},
                           {"due", counts.due},
                           {"overdue", counts.overdue}});
}

Outcome<Json> StaffDoor::requests(std::string_view token) {
  const auto admitted = admit(token, domain::Permission::SeeRequests);
  if (!admitted) return failure(admitted.error());
  return describe_queue(find_waiting_cases(desk_, StoredRows(desk_.store())),
                        domain::uk_time(desk_.clock().now()).date);
}

Outcome<Json> StaffDoor::accounts(std::string_view token) {
  const auto admitted = admit(token, domain::Permission::SeeStaff);
  if (!admitted) return failure(admitted.error());
  Json::Array accounts;
  for (const StaffAccount& account : list_staff(desk_.vault(), desk_.store())) {
    Json::Object described{{"user", account.user},
                           {"role", domain::name_of(account.role)},
                           {"added", encode_instant(account.added)}};
    if (account.revoked) described.emplace("revoked", encode_instant(*account.revoked));
    accounts.emplace_back(std::move(described));
  }
  return Json(Json::Object{{"accounts", std::move(accounts)}});
}

}  // namespace sayso::app
