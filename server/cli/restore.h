// `sayso restore`: puts a backup into an empty data folder, unless that would fork the log.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "server/cli/settings.h"

namespace sayso::cli {

struct RestoreOptions {
  Settings settings;
  std::string file;
  // Where people's sight of the log is kept: see evidence.h.
  std::vector<std::string> against;
  // Entries that the backup lacks are put back into the log from a copy of it.
  bool complete = false;
};

// 0: the folder can be served. 1: it cannot, `err` says why, and the folder is as it was. 2: the
// question was wrong.
[[nodiscard]] int run_restore(const RestoreOptions& options, std::ostream& out, std::ostream& err);

}  // namespace sayso::cli
