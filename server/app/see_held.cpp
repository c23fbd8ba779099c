// What a person may see of what is held: their own, and that of the children whom they choose for.
#include "server/app/confirm.h"
#include "server/app/held.h"
#include "server/app/me.h"
#include "server/app/portal.h"
#include "shared/encoding/held_item_json.h"

namespace sayso::app {
namespace {

using encoding::Json;

Json describe_items(const Desk& desk, const Rows& rows, const PersonId& person) {
  Json::Array items;
  for (const domain::HeldItem& item : find_items(desk.vault(), rows, person))
    items.push_back(encoding::encode_held_item(item));
  return Json::Object{{"person", person.value()}, {"items", std::move(items)}};
}

}  // namespace

Outcome<Json> Portal::held(std::string_view token) {
  const Instant now = desk_.clock().now();
  const StoredRows rows(desk_.store());
  const auto session = resolve_session(desk_, rows, token, now);
  if (!session) return failure(session.error());
  if (!is_confirmed(*session)) return failure(Refusal{Problem::NotConfirmed, {}, {}});
  prolong_session(desk_, token, *session);
  Json::Array people{describe_items(desk_, rows, session->person)};
  for (const PersonId& child : children_of(desk_, rows, session->person, now))
    people.push_back(describe_items(desk_, rows, child));
  return Json(Json::Object{{"people", std::move(people)}});
}

}  // namespace sayso::app
