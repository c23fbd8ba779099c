// The arguments of notice and config.
#include "server/cli/checks.h"
#include "server/cli/command_line.h"
#include "server/cli/exit_code.h"

namespace sayso::cli {

void add_checks(CommandLine& line, std::ostream& out, std::ostream& err) {
  auto* notice = line.app.add_subcommand("notice", "work on a council's notice");
  notice->require_subcommand(1);
  auto* check = notice->add_subcommand("check", "say what is wrong with a notice, by line");
  check->add_option("file", line.notice_path, "the notice")->required()->type_name("FILE");
  check->footer("Example:\n  sayso notice check assets/notices/turnaround-plus/1.en.json");
  check->callback(
      [&] { line.action = [&] { return run_notice_check(line.notice_path, out, err); }; });

  auto* config = line.app.add_subcommand("config", "work on a configuration file");
  auto* path = config->add_option("--check", line.config_path, "say what is wrong with it, by line")
                   ->type_name("FILE");
  auto* print =
      config->add_flag("--print", line.print_config, "show every setting and what it means");
  path->excludes(print);
  config->footer("Examples:\n  sayso config --print\n  sayso config --check /etc/sayso.conf");
  config->callback([&, config] {
    if (!line.print_config && line.config_path.empty())
      throw CLI::RequiredError("--check FILE or --print");
    line.action = [&] {
      return line.print_config ? run_config_print(out)
                               : run_config_check(line.config_path, out, err);
    };
  });
}

}  // namespace sayso::cli
