// `sayso log copy`: keeps a copy of the published log as static files.
#pragma once

#include <iosfwd>
#include <string>

#include "server/cli/settings.h"

namespace sayso::cli {

// Holds nothing but what everybody may read at /log/. Brings a copy that is there up to date. 0:
// done. 1: the copy holds what this log never was, or cannot be written. 2: nothing can be opened.
[[nodiscard]] int run_log_copy(const Settings& settings, const std::string& to, std::ostream& out,
                               std::ostream& err);

}  // namespace sayso::cli
