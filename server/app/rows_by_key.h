// Which rows are under which data key: read from the heads of the rows, because a wrapped key's own
// row does not say whose it is. For key care alone: looks at every row there is.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "server/app/vault.h"

namespace sayso::app {

using RowsByKey = std::map<DataKeyName, std::vector<RowAddress>>;

// `unreadable` counts rows that do not say under which key they are.
[[nodiscard]] RowsByKey rows_by_key(const Store& store, const Vault& vault,
                                    std::size_t* unreadable = nullptr);
// Adds keys that nothing is under any more, or yet: the next row of their month will be.
void add_idle_keys(const Store& store, const Vault& vault, const std::vector<Month>& months,
                   RowsByKey& all);

}  // namespace sayso::app
