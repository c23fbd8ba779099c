// The arguments of retention.
#include "server/cli/command_line.h"
#include "server/cli/exit_code.h"

namespace sayso::cli {

void add_retention(CommandLine& line, std::ostream& out, std::ostream& err) {
  auto* retention =
      line.app.add_subcommand("retention", "destroy what was held for as long as was promised");
  line.retention_settings.add_to(*retention, {"data", "keys", "master-key", "master-key-command"});
  retention->require_subcommand(1);
  auto* run = retention->add_subcommand(
      "run", "destroy for ever every month's data that is due, and certify it in the log");
  // What is asked of both may stand behind either word.
  run->fallthrough();
  run->add_flag("--dry-run", line.retention.dry_run,
                "destroy nothing: say what is due, and what comes after it");
  run->footer(
      "The server has to be stopped. Prints each certificate on a line; keep them. Run it at the\n"
      "beginning of each month; one that was cut off is ended by the next.\n"
      "Examples:\n"
      "  sayso retention --config /etc/sayso.conf run --dry-run\n"
      "  sayso retention --config /etc/sayso.conf run");
  run->callback([&] {
    line.action = [&] {
      if (!line.retention_settings.apply(line.retention.settings, err)) return kWrongQuestion;
      return run_retention(line.retention, out, err);
    };
  });
}

}  // namespace sayso::cli
