// The arguments of import and confirm.
#include "server/cli/command_line.h"
#include "server/cli/exit_code.h"

namespace sayso::cli {

void add_import(CommandLine& line, std::ostream& out, std::ostream& err) {
  auto* command = line.app.add_subcommand("import", "take in what other organisations sent");
  command->add_option("FILE", line.import.file, "held items, as CSV or as JSON Lines")->required();
  line.import_settings.add_to(*command,
                              {"data", "www", "keys", "master-key", "master-key-command"});
  command->add_option("--format", line.import.format, "csv or json; else the file's name tells")
      ->check(CLI::IsMember({"csv", "json"}));
  command->add_flag("--dry-run", line.import.dry_run, "say what would happen, and change nothing");
  command->add_flag("--keep-good", line.import.keep_good,
                    "keep the good rows of a file that has bad ones; else it is refused whole");
  command->footer(
      "Each bad row is told by line and field. The same file again changes nothing.\n"
      "Works while the server runs. docs/formats/held-item.md has the formats.\n"
      "Examples:\n"
      "  sayso import schools.csv --data /var/lib/sayso --dry-run\n"
      "  sayso import schools.csv --data /var/lib/sayso --keep-good");
  command->callback([&] {
    line.action = [&] {
      if (!line.import_settings.apply(line.import.settings, err)) return kWrongQuestion;
      return run_import(line.import, out, err);
    };
  });
}

void add_confirm(CommandLine& line, std::ostream& out, std::ostream& err) {
  auto* command = line.app.add_subcommand(
      "confirm", "say that you made sure who is on the other end of a phone");
  line.confirm_settings.add_to(*command,
                               {"data", "www", "keys", "master-key", "master-key-command"});
  command->add_option("--person", line.confirm.person, "their id")->type_name("ID")->required();
  command
      ->add_option("--code", line.confirm.code, "the six digits that they read from their screen")
      ->required();
  command->footer(
      "Only when you have seen the person, or rung them on a number that you knew before.\n"
      "Works while the server runs.\n"
      "Example:\n"
      "  sayso confirm --data /var/lib/sayso --person ID --code '482 913'");
  command->callback([&] {
    line.action = [&] {
      if (!line.confirm_settings.apply(line.confirm.settings, err)) return kWrongQuestion;
      return run_confirm(line.confirm, out, err);
    };
  });
}

}  // namespace sayso::cli
