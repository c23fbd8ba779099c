// sayso staff: who of the Turnaround Plus team may sign in, and as what.
#pragma once

#include <iosfwd>
#include <string>

#include "server/cli/settings.h"

namespace sayso::cli {

struct StaffOptions {
  Settings settings;
  std::string user;
  std::string role;
  // The password is the first line of standard input: never an argument, which every process of the
  // machine can read.
  bool password_stdin = false;
};

int run_staff_add(const StaffOptions& options, std::ostream& out, std::ostream& err);
int run_staff_list(const StaffOptions& options, std::ostream& out, std::ostream& err);
int run_staff_role(const StaffOptions& options, std::ostream& out, std::ostream& err);
int run_staff_reset(const StaffOptions& options, std::ostream& out, std::ostream& err);
int run_staff_revoke(const StaffOptions& options, std::ostream& out, std::ostream& err);

}  // namespace sayso::cli
