#include "server/cli/run.h"

#include <CLI/CLI.hpp>
#include <ostream>
#include <string>

#include "server/cli/command_line.h"
#include "server/cli/exit_code.h"
#include "server/cli/version.h"

namespace sayso::cli {
namespace {

bool is_verb(const CLI::App& app, const std::string& word) {
  const auto verbs =
      app.get_subcommands([&](const CLI::App* verb) { return verb->check_name(word); });
  return !verbs.empty();
}

}  // namespace

int run(int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
  CommandLine line;
  line.app.name("sayso");
  line.app.require_subcommand(1);
  line.app.set_version_flag("--version", std::string("sayso ") + kVersion);
  line.app.footer("'sayso VERB --help' tells more about a verb.");
  add_serve(line, out, err);
  add_invite(line, out, err);
  add_confirm(line, out, err);
  add_import(line, out, err);
  add_organisation(line, out, err);
  add_staff(line, out, err);
  add_requests(line, out, err);
  add_verify(line, out, err);
  add_log(line, out, err);
  add_backup(line, out, err);
  add_restore(line, out, err);
  add_keys(line, out, err);
  add_retention(line, out, err);
  add_witness(line, out, err);
  add_checks(line, out, err);
  if (argc > 1 && argv[1][0] != '-' && !is_verb(line.app, argv[1])) {
    err << "sayso: there is no verb '" << argv[1]
        << "'. 'sayso --help' lists those that there are.\n";
    return kWrongQuestion;
  }
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    return line.app.exit(problem, out, err) == 0 ? 0 : kWrongQuestion;
  }
  return line.action();
}

}  // namespace sayso::cli
