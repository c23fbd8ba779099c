// Held items as rows: each found by its person, source and reference, and for each person rows
// that list theirs. Safe from any thread.
//
// An item lies under the data key of the month in which it has to be destroyed, so that destroying
// that month's key ends it, in every backup too.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "server/app/vault.h"
#include "shared/base/expected.h"
#include "shared/domain/held_item.h"

namespace sayso::app {

// More than anybody's file has.
inline constexpr std::size_t kMaxItems = 5'000;

enum class Keeping {
  New,
  Changed,  // the same source's item of this reference said something else
  Same,     // nothing is written
};

enum class KeepFault {
  NobodyThere,
  TooMany,  // the person has kMaxItems already
};

// What keep_item() would do. Writes nothing.
[[nodiscard]] Expected<Keeping, KeepFault> compare_item(const Vault& vault, const Rows& rows,
                                                        const PersonId& person,
                                                        const domain::HeldItem& item);
[[nodiscard]] Expected<Keeping, KeepFault> keep_item(Vault& vault, RowLayer& rows,
                                                     const PersonId& person,
                                                     const domain::HeldItem& item, Instant now);

// Newest first. An item whose key is gone is left out: nobody can read it any more.
[[nodiscard]] std::vector<domain::HeldItem> find_items(const Vault& vault, const Rows& rows,
                                                       const PersonId& person);

}  // namespace sayso::app
