// Somebody of the team looks at what is held about a person. Decided as the gate decides
// (gate.cpp): in the one order in which choices are entered too, and shown when the use is in the
// log, never before.

#include <algorithm>
#include <functional>
#include <utility>

#include "server/app/held.h"
#include "server/app/sequencer.h"
#include "server/app/staff_door.h"
#include "server/app/staff_session.h"
#include "server/app/standing.h"
#include "server/app/uses.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/held_item_json.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;
using Shown = std::function<Outcome<StaffLook>()>;

tl::unexpected<Refusal> refuse(std::string field) {
  return failure(Refusal{Problem::Body, std::move(field), {}});
}

bool has(const std::vector<domain::KindId>& kinds, const domain::KindId& kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

// Of the kinds that were named, and for this purpose: no more than the use says.
Json::Array describe_items(const Desk& desk, const PersonId& person, const Look& look) {
  Json::Array items;
  for (const domain::HeldItem& item : find_items(desk.vault(), StoredRows(desk.store()), person)) {
    const bool is_for_it =
        std::find(item.purposes.begin(), item.purposes.end(), look.purpose) != item.purposes.end();
    if (is_for_it && has(look.information, item.kind))
      items.push_back(encoding::encode_held_item(item));
  }
  return items;
}

Shown show(const Desk& desk, const PersonId& person, Look look,
           std::shared_ptr<const NewEntry> entry) {
  return [&desk, person, look = std::move(look), entry = std::move(entry)]() -> Outcome<StaffLook> {
    const Json use = Json::Object{{"entry", static_cast<std::int64_t>(entry->index.value())},
                                  {"when", encode_instant(entry->statement->server_time)}};
    return StaffLook{true, Json::Object{{"allowed", Json(true)},
                                        {"items", describe_items(desk, person, look)},
                                        {"use", use}}};
  };
}

Shown say_no(std::string_view reason) {
  return [reason = std::string(reason)]() -> Outcome<StaffLook> {
    return StaffLook{false, Json::Object{{"allowed", Json(false)}, {"reason", reason}}};
  };
}

// Precondition: the caller may look.
Outcome<Shown> decide(const Desk& desk, Unit& unit, const PersonId& person, Look look) {
  const domain::Notice& notice = *desk.notices().current().notice;
  const domain::Organisation* team = find_team(notice, look.purpose);
  if (team == nullptr) return refuse("/purpose");
  const auto profile = find_profile(desk.vault(), unit.rows(), person);
  if (!profile) return refuse("/person");
  const Standing standing =
      find_standing(desk.vault(), unit.rows(), person, *profile,
                    *domain::find_purpose(notice, look.purpose), team->id, unit.now());
  if (!allows(standing)) return say_no(reason_against(standing));
  look.choices = choices_behind(standing);
  auto entry = append_look(desk, unit, person, look);
  if (!entry) return failure(entry.error());
  return show(desk, person, std::move(look), std::move(*entry));
}

}  // namespace

void StaffDoor::look(std::string_view token, const Json& body, Done<StaffLook> done) {
  const auto admitted = admit(token, domain::Permission::LookAtPeople);
  if (!admitted) return done(failure(admitted.error()));
  PersonId person;
  Look wanted;
  const auto read = encoding::read_fields(body, [&](Fields& fields) {
    person = PersonId(fields.text("person"));
    wanted.purpose = PurposeId(fields.text("purpose"));
    for (std::string& kind : fields.texts("information"))
      wanted.information.emplace_back(std::move(kind));
  });
  if (!read) return done(refuse(read.error().pointer));
  desk_.sequencer().run<StaffLook>(
      [this, token = std::string(token), person, wanted](Unit& unit) -> Outcome<Shown> {
        // Again, in order: an account may have been revoked meanwhile.
        const auto session =
            admit_staff(desk_, unit.rows(), token, unit.now(), domain::Permission::LookAtPeople);
        if (!session) return failure(session.error());
        Look look = wanted;
        look.role = domain::name_of(session->account.role);
        return decide(desk_, unit, person, std::move(look));
      },
      std::move(done));
}

}  // namespace sayso::app
