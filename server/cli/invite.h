// `sayso invite`: admits somebody, or invites somebody again.
#pragma once

#include <iosfwd>
#include <string>

#include "server/cli/settings.h"

namespace sayso::cli {

struct InviteOptions {
  Settings settings;
  // Either name and birthday of somebody new, or the id of somebody known.
  std::string name;
  std::string born;
  std::string person;
  // The id of a child under 13 whom this person may choose for.
  std::string child;
  // Admits without inviting: a child under 13 has no device of their own.
  bool no_invitation = false;
};

// Prints `person: ID`, and `invitation: URL` when there is one. Works beside a running server.
[[nodiscard]] int run_invite(const InviteOptions& options, std::ostream& out, std::ostream& err);

}  // namespace sayso::cli
