// sayso import: held items out of a file.
#pragma once

#include <iosfwd>
#include <string>

#include "server/cli/settings.h"

namespace sayso::cli {

struct ImportOptions {
  Settings settings;
  std::string file;
  // "csv" or "json"; empty: by the file's name.
  std::string format;
  bool dry_run = false;
  // Keeps the good rows of a file that has bad ones.
  bool keep_good = false;
};

int run_import(const ImportOptions& options, std::ostream& out, std::ostream& err);

}  // namespace sayso::cli
