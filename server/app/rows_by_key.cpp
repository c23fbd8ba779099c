#include "server/app/rows_by_key.h"

#include <set>

namespace sayso::app {
namespace {

constexpr Shelf kOwnedShelves[] = {Shelf::People,    Shelf::Devices,    Shelf::Entries,
                                   Shelf::Records,   Shelf::Accounts,   Shelf::Requests,
                                   Shelf::PinShares, Shelf::Contacts,   Shelf::Invitations,
                                   Shelf::HeldItems, Shelf::Statements, Shelf::Stops};

}  // namespace

void add_idle_keys(const Store& store, const Vault& vault, const std::vector<Month>& months,
                   RowsByKey& all) {
  std::set<PersonId> people;
  for (const auto& [name, addresses] : all) people.insert(name.person);
  for (const PersonId& person : people) {
    for (const Month month : months) {
      for (const DataClass kind : kDataClasses) {
        const DataKeyName name{person, kind, month};
        if (store.find(vault.key_address(name))) all.try_emplace(name);
      }
    }
  }
}

RowsByKey rows_by_key(const Store& store, const Vault& vault, std::size_t* unreadable) {
  RowsByKey all;
  for (const Shelf shelf : kOwnedShelves) {
    for (const RowAddress& address : store.list(shelf)) {
      const auto row = store.find(address);
      if (!row) continue;
      const auto name = vault.key_of(address, *row);
      if (name && *name) all[**name].push_back(address);
      if (!name && unreadable != nullptr) ++*unreadable;
    }
  }
  return all;
}

}  // namespace sayso::app
