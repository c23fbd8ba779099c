#include "server/app/key_owners.h"

#include "server/app/vault.h"
#include "shared/encoding/fields.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;

struct KnownOwner {
  KeyOwner owner;
  OwnerState state = OwnerState::HasKey;
};

RowAddress owner_address(const Vault& vault, const KeyOwner& owner) {
  if (const auto* month = std::get_if<Month>(&owner))
    return vault.address(Shelf::KeyOwners, {"month", month_text(*month)});
  return vault.address(Shelf::KeyOwners, {"person", std::get<PersonId>(owner).value()});
}

std::optional<KnownOwner> read_owner(const Json& json) {
  KnownOwner known;
  bool is_right = true;
  const auto read = encoding::read_fields(json, [&](Fields& fields) {
    if (fields.has("month")) {
      const auto month = read_month(fields.text("month"));
      is_right = month.has_value();
      if (month) known.owner = *month;
    } else {
      known.owner = PersonId(fields.text("person"));
    }
    known.state = fields.boolean("destroyed") ? OwnerState::Destroyed : OwnerState::HasKey;
  });
  if (!read || !is_right) return std::nullopt;
  return known;
}

void add(OwnerCount& count, const KeyOwner& owner) {
  ++(std::holds_alternative<Month>(owner) ? count.months : count.people);
}

}  // namespace

bool is_known_owner(const Vault& vault, const Rows& rows, const KeyOwner& owner) {
  return rows.find(owner_address(vault, owner)).has_value();
}

void store_owner(Vault& vault, RowLayer& rows, const KeyOwner& owner, OwnerState state) {
  Json::Object json{{"destroyed", state == OwnerState::Destroyed}};
  if (const auto* month = std::get_if<Month>(&owner)) {
    json.emplace("month", month_text(*month));
  } else {
    json.emplace("person", std::get<PersonId>(owner).value());
  }
  vault.store_on_desk(rows, owner_address(vault, owner), json);
}

OwnerCounts count_owners(const Store& store, const Vault& vault, const Keyring& keyring) {
  OwnerCounts counts;
  const StoredRows rows(store);
  for (const RowAddress& address : store.list(Shelf::KeyOwners)) {
    const auto json = vault.load(rows, address);
    const auto known = json ? read_owner(*json) : std::nullopt;
    if (!known) continue;
    if (known->state == OwnerState::Destroyed) {
      add(counts.destroyed, known->owner);
    } else if (!keyring.has_key(known->owner)) {
      add(counts.missing, known->owner);
    }
  }
  return counts;
}

std::string month_text(Month month) {
  const std::string number = std::to_string(month.value() % 12 + 1);
  return std::to_string(month.value() / 12) + (number.size() == 1 ? "-0" : "-") + number;
}

std::optional<Month> read_month(std::string_view text) {
  const auto first = decode_date(std::string(text) + "-01");
  if (!first) return std::nullopt;
  return Month(first->year * 12 + first->month - 1);
}

}  // namespace sayso::app
