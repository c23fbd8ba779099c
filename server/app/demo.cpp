#include "server/app/demo.h"

#include "server/app/office.h"
#include "server/app/people.h"
#include "server/app/wait.h"
#include "shared/domain/civil_time.h"
#include "shared/encoding/fields.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;

struct Family {
  std::vector<PersonId> with_invitation;
  std::vector<std::string> names;
};

// On the first of this month, so many years ago: of that age from the first start on.
Date born_years_ago(const Desk& desk, int years) {
  const Date today = domain::uk_time(desk.clock().now()).date;
  return {today.year - years, today.month, 1};
}

RowAddress family_address(const Vault& vault) { return vault.address(Shelf::People, {"demo"}); }

std::optional<Family> find_family(const Desk& desk) {
  const auto json = desk.vault().load(StoredRows(desk.store()), family_address(desk.vault()));
  if (!json) return std::nullopt;
  Family family;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) {
    for (const std::string& id : fields.texts("people")) family.with_invitation.emplace_back(id);
    family.names = fields.texts("names");
  });
  if (!read || family.names.size() != family.with_invitation.size()) return std::nullopt;
  return family;
}

// Written last: a start that was cut off makes the family anew.
Outcome<void> remember(const Desk& desk, const Family& family) {
  Json::Array people;
  Json::Array names;
  for (const PersonId& id : family.with_invitation) people.emplace_back(id.value());
  for (const std::string& name : family.names) names.emplace_back(name);
  return run_and_wait<void>(
      desk.sequencer(), [&](Unit& unit) -> Outcome<std::function<Outcome<void>()>> {
        desk.vault().store_on_desk(unit.rows(), family_address(desk.vault()),
                                   Json::Object{{"people", people}, {"names", names}});
        return [] { return Outcome<void>(); };
      });
}

Outcome<Family> make_family(Desk& desk) {
  Office office(desk);
  Family family;
  const NewPerson with_invitation[] = {{"Robin Ashdown", born_years_ago(desk, 42)},
                                       {"Sam Ashdown", born_years_ago(desk, 39)},
                                       {"Jordan Ashdown", born_years_ago(desk, 15)}};
  for (const NewPerson& person : with_invitation) {
    const auto id = office.admit(person);
    if (!id) return failure(id.error());
    family.with_invitation.push_back(*id);
    family.names.push_back(person.name);
  }
  const auto child = office.admit({"Ellis Ashdown", born_years_ago(desk, 8)});
  if (!child) return failure(child.error());
  for (std::size_t adult = 0; adult < 2; ++adult) {
    const auto given = office.give_responsibility(family.with_invitation[adult], *child);
    if (!given) return failure(given.error());
  }
  if (auto remembered = remember(desk, family); !remembered) return failure(remembered.error());
  return family;
}

}  // namespace

Outcome<std::vector<DemoInvitation>> prepare_demo(Desk& desk) {
  auto family = find_family(desk);
  if (!family) {
    auto made = make_family(desk);
    if (!made) return failure(made.error());
    family = std::move(*made);
  }
  Office office(desk);
  std::vector<DemoInvitation> invitations;
  for (std::size_t i = 0; i < family->with_invitation.size(); ++i) {
    const auto has_device = office.has_device(family->with_invitation[i]);
    if (!has_device) return failure(has_device.error());
    if (*has_device) continue;
    auto code = office.invite(family->with_invitation[i]);
    if (!code) return failure(code.error());
    invitations.push_back({family->with_invitation[i], family->names[i], std::move(*code)});
  }
  return invitations;
}

}  // namespace sayso::app
