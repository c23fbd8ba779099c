#include "server/app/key_care.h"

#include <utility>

#include "server/app/rows_by_key.h"
#include "server/app/unit.h"

namespace sayso::app {
namespace {

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
  if (!vault.replace_data_key(rows, name)) return false;
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
