// `sayso keys shred`: destroys what somebody's or a month's keys open, and certifies it.
#pragma once

#include <iosfwd>
#include <string>

#include "server/cli/settings.h"

namespace sayso::cli {

struct ShredOptions {
  Settings settings;
  std::string person;
  // "evidence", "requests", "profile" or "held".
  std::string data_class;
  // YYYY-MM: by when the data was to be destroyed.
  std::string month;
  // Without it nothing is destroyed: it is said what would be.
  bool destroy_for_ever = false;
  // Ends a run that was cut off, and asks for nothing else.
  bool finish = false;
};

// 0 done, each certificate on a line of its own; 1 it did not work; 2 the question was wrong, or
// was not confirmed.
[[nodiscard]] int run_keys_shred(const ShredOptions& options, std::ostream& out, std::ostream& err);

}  // namespace sayso::cli
