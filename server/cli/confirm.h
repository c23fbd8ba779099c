// sayso confirm: a key worker has made sure who holds a person's key.
#pragma once

#include <iosfwd>
#include <string>

#include "server/cli/settings.h"

namespace sayso::cli {

struct ConfirmOptions {
  Settings settings;
  std::string person;
  std::string code;
};

int run_confirm(const ConfirmOptions& options, std::ostream& out, std::ostream& err);

}  // namespace sayso::cli
