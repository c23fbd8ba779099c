// The arguments of organisation and of what it can do.
#include "server/cli/command_line.h"
#include "server/cli/exit_code.h"

namespace sayso::cli {
namespace {

using Run = int (*)(const OrganisationOptions&, std::ostream&, std::ostream&);

CLI::App* add_part(CommandLine& line, CLI::App& parent, const char* name, const char* says, Run run,
                   std::ostream& out, std::ostream& err) {
  auto* command = parent.add_subcommand(name, says);
  // The settings are taken before the part's name and behind it.
  command->fallthrough();
  command->callback([&line, &out, &err, run] {
    line.action = [&line, &out, &err, run] {
      if (!line.organisation_settings.apply(line.organisation.settings, err)) return kWrongQuestion;
      return run(line.organisation, out, err);
    };
  });
  return command;
}

}  // namespace

void add_organisation(CommandLine& line, std::ostream& out, std::ostream& err) {
  auto* command = line.app.add_subcommand("organisation", "say whose keys the gate knows");
  command->require_subcommand(1);
  line.organisation_settings.add_to(*command,
                                    {"data", "www", "keys", "master-key", "master-key-command"});
  command->footer(
      "A key is an Ed25519 public key: as a Multikey (z6Mk…), or as base64 of its 32 bytes, which "
      "is\n"
      "what 'openssl pkey -pubout -outform DER | tail -c 32 | base64' makes of a private key.\n"
      "Works while the server runs.\n"
      "Examples:\n"
      "  sayso organisation add --data /var/lib/sayso --id schools --key KEY\n"
      "  sayso organisation list --data /var/lib/sayso\n"
      "  sayso organisation revoke --data /var/lib/sayso --key KEY");
  auto* add = add_part(line, *command, "add", "register a key of an organisation of the notice",
                       run_organisation_add, out, err);
  add->add_option("--id", line.organisation.id, "the organisation's id in the notice")->required();
  add->add_option("--key", line.organisation.key, "its public key")->required();
  add_part(line, *command, "list", "print all keys, those that were revoked too",
           run_organisation_list, out, err);
  auto* revoke =
      add_part(line, *command, "revoke", "take nothing that is signed with a key any more",
               run_organisation_revoke, out, err);
  revoke->add_option("--key", line.organisation.key, "the public key")->required();
}

}  // namespace sayso::cli
