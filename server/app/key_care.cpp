// The names of data keys are read from the heads of the rows under them: a wrapped key's own row
// does not say whose it is.

#include "server/app/key_care.h"

#include <map>
#include <set>

#include "server/app/unit.h"
#include "shared/base/check.h"

namespace sayso::app {
namespace {

constexpr Shelf kOwnedShelves[] = {Shelf::People,    Shelf::Devices,  Shelf::Entries,
                                   Shelf::Records,   Shelf::Accounts, Shelf::Requests,
                                   Shelf::PinShares, Shelf::Contacts, Shelf::Invitations};

using RowsByKey = std::map<DataKeyName, std::vector<RowAddress>>;

// Also keys that nothing is under any more: the next row of their month will be.
void add_idle_keys(const Store& store, const Vault& vault, const std::vector<Month>& months,
                   RowsByKey& all) {
  std::set<PersonId> people;
  for (const auto& [name, addresses] : all) people.insert(name.person);
  for (const PersonId& person : people) {
    for (const Month month : months) {
      for (const DataClass kind : {DataClass::Evidence, DataClass::Requests, DataClass::Profile}) {
        const DataKeyName name{person, kind, month};
        if (store.find(vault.key_address(name))) all.try_emplace(name);
      }
    }
  }
}

RowsByKey rows_by_key(const Store& store, const Vault& vault) {
  RowsByKey all;
  for (const Shelf shelf : kOwnedShelves) {
    for (const RowAddress& address : store.list(shelf)) {
      const auto row = store.find(address);
      if (!row) continue;
      const auto name = vault.key_of(address, *row);
      if (name && *name) all[**name].push_back(address);
    }
  }
  return all;
}

Expected<void, StoreError> commit(Store& store, const RowLayer& rows) {
  return store.commit({rows.changes(), std::nullopt, std::nullopt});
}

// One data key and all under it in one commit: whoever is cut off leaves the old or the new.
Expected<bool, StoreError> rotate_one(Store& store, Vault& vault, const DataKeyName& name,
                                      const std::vector<RowAddress>& addresses) {
  const StoredRows stored(store);
  RowLayer rows(stored);
  std::vector<std::pair<RowAddress, encoding::Json>> opened;
  for (const RowAddress& address : addresses) {
    auto json = vault.load(stored, address);
    // What cannot be opened now may be opened one day with this key, restored from somewhere.
    if (!json) return false;
    opened.emplace_back(address, std::move(*json));
  }
  vault.replace_data_key(rows, name);
  for (const auto& [address, json] : opened) vault.reseal(rows, address, name, json);
  if (auto done = commit(store, rows); !done) return failure(done.error());
  return true;
}

}  // namespace

Expected<CareCount, StoreError> rotate_wraps(Store& store, KeyCare& keyring, Random& random) {
  const Vault vault(keyring, random, 0);
  CareCount count;
  keyring.begin_rotation();
  const StoredRows stored(store);
  RowsByKey all = rows_by_key(store, vault);
  add_idle_keys(store, vault, keyring.months(), all);
  for (const auto& [name, addresses] : all) {
    const RowAddress place = vault.key_address(name);
    const auto row = stored.find(place);
    if (!row) continue;
    const auto wrapped = keyring.rewrap(name, row->sealed);
    if (!wrapped) {
      ++(wrapped.error() == UnwrapError::Tampered ? count.tampered : count.destroyed);
      continue;
    }
    RowLayer rows(stored);
    rows.put(place, *wrapped, 0);
    if (auto done = commit(store, rows); !done) return failure(done.error());
    ++count.data_keys;
  }
  // What was tampered with may be put right from a backup, as long as its old keys are there.
  if (count.tampered == 0) keyring.finish_rotation();
  return count;
}

Expected<CareCount, StoreError> rotate_data_keys(Store& store, Keyring& keyring, Random& random) {
  Vault vault(keyring, random, 0);
  CareCount count;
  const StoredRows stored(store);
  for (const auto& [name, addresses] : rows_by_key(store, vault)) {
    const auto row = stored.find(vault.key_address(name));
    const auto key = row ? keyring.unwrap(name, row->sealed) : failure(UnwrapError::Destroyed);
    if (!key && key.error() == UnwrapError::Destroyed) {
      ++count.destroyed;
      continue;
    }
    const auto rotated = rotate_one(store, vault, name, addresses);
    if (!rotated) return failure(rotated.error());
    if (!*rotated) {
      ++count.tampered;
      continue;
    }
    ++count.data_keys;
    count.rows += addresses.size();
  }
  return count;
}

}  // namespace sayso::app
