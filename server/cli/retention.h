// `sayso retention run`: destroys what has been held for as long as the notice says.
#pragma once

#include <iosfwd>

#include "server/cli/settings.h"

namespace sayso::cli {

struct RetentionOptions {
  Settings settings;
  // Destroys nothing: says what is due, and what comes after it.
  bool dry_run = false;
};

// 0 done, each certificate on a line of its own; 1 it did not work.
[[nodiscard]] int run_retention(const RetentionOptions& options, std::ostream& out,
                                std::ostream& err);

}  // namespace sayso::cli
