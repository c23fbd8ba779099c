// Which people and months were given a key, as the store remembers it: so that a key file which has
// gone missing shows, and is never quietly replaced by a new one.
//
// Safe from any thread; a RowLayer that is handed in belongs to the caller's thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "server/app/ports.h"
#include "server/app/unit.h"

namespace sayso::app {

class Vault;

enum class OwnerState {
  HasKey,
  Destroyed,  // on purpose, and certified
};

[[nodiscard]] bool is_known_owner(const Vault& vault, const Rows& rows, const KeyOwner& owner);
void store_owner(Vault& vault, RowLayer& rows, const KeyOwner& owner, OwnerState state);

struct OwnerCount {
  std::size_t people = 0;
  std::size_t months = 0;
  [[nodiscard]] bool any() const { return people + months > 0; }
};

struct OwnerCounts {
  // Whose key should be in the keyring, and is not.
  OwnerCount missing;
  OwnerCount destroyed;
};

// Looks at each of them.
[[nodiscard]] OwnerCounts count_owners(const Store& store, const Vault& vault,
                                       const Keyring& keyring);

// `2031-11`.
[[nodiscard]] std::string month_text(Month month);
[[nodiscard]] std::optional<Month> read_month(std::string_view text);

}  // namespace sayso::app
