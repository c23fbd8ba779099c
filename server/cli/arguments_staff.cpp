// The arguments of staff and of what it can do.
#include "server/cli/command_line.h"
#include "server/cli/exit_code.h"

namespace sayso::cli {
namespace {

using Run = int (*)(const StaffOptions&, std::ostream&, std::ostream&);

CLI::App* add_part(CommandLine& line, CLI::App& parent, const char* name, const char* says, Run run,
                   std::ostream& out, std::ostream& err) {
  auto* command = parent.add_subcommand(name, says);
  // The settings are taken before the part's name and behind it.
  command->fallthrough();
  command->callback([&line, &out, &err, run] {
    line.action = [&line, &out, &err, run] {
      if (!line.staff_settings.apply(line.staff.settings, err)) return kWrongQuestion;
      return run(line.staff, out, err);
    };
  });
  return command;
}

void take_user(CommandLine& line, CLI::App* command) {
  command->add_option("--user", line.staff.user, "what they sign in with")->required();
}

void take_role(CommandLine& line, CLI::App* command) {
  command->add_option("--role", line.staff.role, "key-worker, reviewer, dpo or administrator")
      ->required();
}

void take_password(CommandLine& line, CLI::App* command) {
  command->add_flag("--password-stdin", line.staff.password_stdin,
                    "read a password from standard input, in place of a one-time one");
}

}  // namespace

void add_staff(CommandLine& line, std::ostream& out, std::ostream& err) {
  auto* command = line.app.add_subcommand("staff", "say who of the team may sign in");
  command->require_subcommand(1);
  line.staff_settings.add_to(*command, {"data", "www", "keys", "master-key", "master-key-command"});
  command->footer(
      "add and reset print, once, what the person puts into an app for one-time codes, and a\n"
      "password that they change at their first sign-in. Each change but of a password is a\n"
      "statement in the log. Works while the server runs.\n"
      "Examples:\n"
      "  sayso staff add --data /var/lib/sayso --user kim.field --role key-worker\n"
      "  sayso staff list --data /var/lib/sayso\n"
      "  sayso staff role --data /var/lib/sayso --user kim.field --role reviewer\n"
      "  sayso staff reset --data /var/lib/sayso --user kim.field\n"
      "  sayso staff revoke --data /var/lib/sayso --user kim.field");
  auto* add = add_part(line, *command, "add", "give somebody an account", run_staff_add, out, err);
  take_user(line, add);
  take_role(line, add);
  take_password(line, add);
  add_part(line, *command, "list", "print all accounts, those that were revoked too",
           run_staff_list, out, err);
  auto* role =
      add_part(line, *command, "role", "give an account another role", run_staff_role, out, err);
  take_user(line, role);
  take_role(line, role);
  auto* reset = add_part(line, *command, "reset", "a new password and secret; sessions end",
                         run_staff_reset, out, err);
  take_user(line, reset);
  take_password(line, reset);
  auto* revoke =
      add_part(line, *command, "revoke", "end an account for good", run_staff_revoke, out, err);
  take_user(line, revoke);
}

}  // namespace sayso::cli
