// `sayso serve`: the portal, until it is told to stop.
#pragma once

#include <iosfwd>

#include "server/cli/settings.h"

namespace sayso::cli {

struct ServeOptions {
  Settings settings;
  // Makes a fictional family and prints their invitations.
  bool demo = false;
  // Looks at everything that a start looks at, and does not serve.
  bool check = false;
};

// `out` gets a line for each invitation, then `serving: URL`; `err` gets the log, one line of JSON
// each, and what went wrong. 0 after SIGTERM or SIGINT.
[[nodiscard]] int run_serve(const ServeOptions& options, std::ostream& out, std::ostream& err);

}  // namespace sayso::cli
