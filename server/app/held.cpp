#include "server/app/held.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
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

// An item that joins costs the writing of one page, however many there are.
constexpr std::size_t kNamesPerPage = 64;

RowAddress item_address(const Vault& vault, const PersonId& person, const ItemName& name) {
  return vault.address(Shelf::HeldItems, {person.value(), name.source, name.reference});
}

// The names that came last: as they fill a page, they move to one of the pages below.
RowAddress list_address(const Vault& vault, const PersonId& person) {
  return vault.address(Shelf::HeldItems, {person.value()});
}

RowAddress page_address(const Vault& vault, const PersonId& person, std::size_t page) {
  return vault.address(Shelf::HeldItems, {person.value(), std::to_string(page)});
}

Owner owner_of(const PersonId& person) { return {person, DataClass::HeldItems}; }

// A moment of the day on which it came, for the month of its key.
Instant moment_of(Date received) {
  constexpr std::int64_t kDay = 24 * 60 * 60;
  return {days_from_epoch(received) * kDay + kDay / 2};
}

struct NameList {
  ItemNames newest;
  std::size_t pages = 0;
  std::size_t earlier = 0;  // names on the pages
  [[nodiscard]] std::size_t size() const { return earlier + newest.size(); }
};

ItemNames read_names(Fields& fields) {
  ItemNames names;
  fields.objects("items", [&](Fields& one) {
    names.push_back({one.text("source"), one.text("reference")});
  });
  return names;
}

NameList find_list(const Vault& vault, const Rows& rows, const PersonId& person) {
  NameList list;
  const auto json = vault.load(rows, list_address(vault, person));
  if (!json) return list;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) {
    list.newest = read_names(fields);
    if (!fields.has("pages")) return;
    list.pages = static_cast<std::size_t>(fields.integer("pages", 0, kMaxItems));
    list.earlier = static_cast<std::size_t>(fields.integer("earlier", 0, encoding::kMaxInteger));
  });
  return read ? list : NameList();
}

// A page whose key is gone is left out: so is every item that it names.
ItemNames find_names(const Vault& vault, const Rows& rows, const PersonId& person) {
  const NameList list = find_list(vault, rows, person);
  ItemNames names;
  for (std::size_t page = 0; page < list.pages; ++page) {
    const auto json = vault.load(rows, page_address(vault, person, page));
    if (!json) continue;
    (void)encoding::read_fields(*json, [&](Fields& fields) {
      for (ItemName& name : read_names(fields)) names.push_back(std::move(name));
    });
  }
  names.insert(names.end(), list.newest.begin(), list.newest.end());
  // One whose row was destroyed may have come again.
  std::set<std::pair<std::string, std::string>> seen;
  std::erase_if(
      names, [&](const ItemName& one) { return !seen.emplace(one.source, one.reference).second; });
  return names;
}

Json encode_names(const ItemNames& names) {
  Json::Array items;
  for (const ItemName& name : names)
    items.push_back(Json::Object{{"source", name.source}, {"reference", name.reference}});
  return items;
}

// What is written is under the key of a month in which every item that it names is gone.
void add_name(Vault& vault, RowLayer& rows, const PersonId& person, const ItemName& name,
              Instant now) {
  NameList list = find_list(vault, rows, person);
  if (list.newest.size() >= kNamesPerPage) {
    vault.store(rows, page_address(vault, person, list.pages), owner_of(person),
                Json::Object{{"items", encode_names(list.newest)}}, now);
    ++list.pages;
    list.earlier += list.newest.size();
    list.newest.clear();
  }
  list.newest.push_back(name);
  vault.store(rows, list_address(vault, person), owner_of(person),
              Json::Object{{"items", encode_names(list.newest)},
                           {"pages", static_cast<std::int64_t>(list.pages)},
                           {"earlier", static_cast<std::int64_t>(list.earlier)}},
              now);
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
  if (find_list(vault, rows, person).size() >= kMaxItems) return failure(KeepFault::TooMany);
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
  add_name(vault, rows, person, name, now);
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
