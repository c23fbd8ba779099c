// `sayso log fsck`: is the log what it says, and does everything beside it agree?
#pragma once

#include <iosfwd>

#include "server/cli/settings.h"

namespace sayso::cli {

// 0 when everything is in order, 1 with each thing that is not, 2 when there is nothing to check or
// it cannot be opened. Works while the server runs. Names no one.
[[nodiscard]] int run_log_fsck(const Settings& settings, std::ostream& out, std::ostream& err);

}  // namespace sayso::cli
