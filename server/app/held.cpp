#include "server/app/held.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "server/app/people.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/held_item_json.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;

// What an item is found by, beside its person.
struct ItemName {
  std::string source;
  std::string reference;
};
using ItemNames = std::vector<ItemName>;

RowAddress item_address(const Vault& vault, const PersonId& person, const ItemName& name) {
  return vault.address(Shelf::HeldItems, {person.value(), name.source, name.reference});
}

RowAddress list_address(const Vault& vault, const PersonId& person) {
  return vault.address(Shelf::HeldItems, {person.value()});
}

Owner owner_of(const PersonId& person) { return {person, DataClass::HeldItems}; }

// A moment of the day on which it came, for the month of its key.
Instant moment_of(Date received) {
  constexpr std::int64_t kDay = 24 * 60 * 60;
  return {days_from_epoch(received) * kDay + kDay / 2};
}

ItemNames find_names(const Vault& vault, const Rows& rows, const PersonId& person) {
  ItemNames names;
  const auto json = vault.load(rows, list_address(vault, person));
  if (!json) return names;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) {
    fields.objects("items", [&](Fields& one) {
      names.push_back({one.text("source"), one.text("reference")});
    });
  });
  return read ? names : ItemNames();
}

// Written anew whenever an item joins, and so under the key of a month in which every item that it
// names is gone.
void store_names(Vault& vault, RowLayer& rows, const PersonId& person, const ItemNames& names,
                 Instant now) {
  Json::Array items;
  for (const ItemName& name : names)
    items.push_back(Json::Object{{"source", name.source}, {"reference", name.reference}});
  vault.store(rows, list_address(vault, person), owner_of(person),
              Json::Object{{"items", std::move(items)}}, now);
}

std::optional<domain::HeldItem> load_item(const Vault& vault, const Rows& rows,
                                          const PersonId& person, const ItemName& name) {
  const auto json = vault.load(rows, item_address(vault, person, name));
  if (!json) return std::nullopt;
  auto item = encoding::decode_held_item(*json);
  if (!item) return std::nullopt;
  return std::move(*item);
}

}  // namespace

Expected<Keeping, KeepFault> compare_item(const Vault& vault, const Rows& rows,
                                          const PersonId& person, const domain::HeldItem& item) {
  if (!find_account(vault, rows, person)) return failure(KeepFault::NobodyThere);
  const auto kept = load_item(vault, rows, person, {item.source.value(), item.reference});
  if (kept) return *kept == item ? Keeping::Same : Keeping::Changed;
  if (find_names(vault, rows, person).size() >= kMaxItems) return failure(KeepFault::TooMany);
  return Keeping::New;
}

Expected<Keeping, KeepFault> keep_item(Vault& vault, RowLayer& rows, const PersonId& person,
                                       const domain::HeldItem& item, Instant now) {
  const auto keeping = compare_item(vault, rows, person, item);
  if (!keeping || *keeping == Keeping::Same) return keeping;
  const ItemName name{item.source.value(), item.reference};
  vault.store(rows, item_address(vault, person, name), owner_of(person),
              encoding::encode_held_item(item), moment_of(item.received));
  if (*keeping == Keeping::Changed) return keeping;
  ItemNames names = find_names(vault, rows, person);
  // One whose row was destroyed may come again; it is on the list already.
  std::erase_if(names, [&](const ItemName& one) {
    return one.source == name.source && one.reference == name.reference;
  });
  names.push_back(name);
  store_names(vault, rows, person, names, now);
  return keeping;
}

std::vector<domain::HeldItem> find_items(const Vault& vault, const Rows& rows,
                                         const PersonId& person) {
  std::vector<domain::HeldItem> items;
  for (const ItemName& name : find_names(vault, rows, person)) {
    if (auto item = load_item(vault, rows, person, name)) items.push_back(std::move(*item));
  }
  std::stable_sort(
      items.begin(), items.end(),
      [](const domain::HeldItem& a, const domain::HeldItem& b) { return b.received < a.received; });
  return items;
}

}  // namespace sayso::app
