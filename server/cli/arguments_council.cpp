// The arguments of serve and invite.
#include "server/cli/command_line.h"
#include "server/cli/exit_code.h"

namespace sayso::cli {

void add_serve(CommandLine& line, std::ostream& out, std::ostream& err) {
  auto* command = line.app.add_subcommand("serve", "serve the portal until told to stop");
  line.serve_settings.add_to(*command, {"port", "address", "data", "www", "origin", "tls-cert",
                                        "tls-key", "keys", "master-key", "master-key-command"});
  command->add_flag("--demo", line.serve.demo,
                    "make a fictional family and print their invitations");
  command->add_flag("--check", line.serve.check,
                    "look at everything that a start looks at, and do not serve");
  command->footer(
      "Examples:\n"
      "  sayso serve --demo --data /tmp/sayso\n"
      "  sayso serve --config /etc/sayso.conf\n"
      "  sayso serve --config /etc/sayso.conf --check");
  command->callback([&] {
    line.action = [&] {
      if (!line.serve_settings.apply(line.serve.settings, err)) return kWrongQuestion;
      return run_serve(line.serve, out, err);
    };
  });
}

void add_invite(CommandLine& line, std::ostream& out, std::ostream& err) {
  auto* command = line.app.add_subcommand("invite", "admit somebody, or invite them again");
  line.invite_settings.add_to(
      *command, {"port", "data", "www", "origin", "keys", "master-key", "master-key-command"});
  command->add_option("--name", line.invite.name, "somebody new: their name");
  command->add_option("--born", line.invite.born, "somebody new: their birthday")
      ->type_name("YYYY-MM-DD");
  command->add_option("--person", line.invite.person, "somebody known: their id")->type_name("ID");
  command
      ->add_option("--responsible-for", line.invite.child,
                   "the id of a child under 13 whom they may choose for")
      ->type_name("ID");
  command->add_flag("--no-invitation", line.invite.no_invitation,
                    "admit only, as for a child under 13");
  command->footer(
      "Prints 'person: ID' and 'invitation: URL'. Works while the server runs.\n"
      "Examples:\n"
      "  sayso invite --data /var/lib/sayso --name 'Sam Field' --born 2019-05-01 --no-invitation\n"
      "  sayso invite --data /var/lib/sayso --name 'Alex Field' --born 1990-02-03 "
      "--responsible-for ID\n"
      "  sayso invite --data /var/lib/sayso --person ID");
  command->callback([&] {
    line.action = [&] {
      if (!line.invite_settings.apply(line.invite.settings, err)) return kWrongQuestion;
      return run_invite(line.invite, out, err);
    };
  });
}

}  // namespace sayso::cli
