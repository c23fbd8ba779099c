// How and when a person may safely be contacted. Safe from any thread.
#pragma once

#include <optional>

#include "server/app/vault.h"

namespace sayso::app {

// `{shared_device, ways, safe_times, note}`, as the person said it.
[[nodiscard]] std::optional<encoding::Json> find_contact(const Vault& vault, const Rows& rows,
                                                         const PersonId& person);

}  // namespace sayso::app
