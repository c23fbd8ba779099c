// The arguments of verify, log and witness.
#include "server/cli/command_line.h"
#include "server/cli/exit_code.h"
#include "server/cli/log_copy.h"
#include "server/cli/log_fsck.h"

namespace sayso::cli {

void add_verify(CommandLine& line, std::ostream& out, std::ostream& err) {
  auto* command =
      line.app.add_subcommand("verify", "check a receipt, a proof or a record, offline");
  VerifyOptions& options = line.verify;
  command->add_option("receipt", options.receipt, "a receipt, of a record or of a statement")
      ->type_name("RECEIPT");
  command
      ->add_option("--key", options.key,
                   "the log's key, as its server shows it at /log/key, or a file with it")
      ->type_name("VKEY");
  command
      ->add_option("--policy", options.policy,
                   "a C2SP tlog-policy with logs, witnesses and quorum, in the place of --key")
      ->type_name("FILE");
  command->add_option("--tlog-proof", options.tlog_proof, "a C2SP tlog-proof; needs --entry")
      ->type_name("FILE");
  command->add_option("--entry", options.entry, "the leaf's bytes before hashing")
      ->type_name("FILE");
  command->add_option("--record", options.record, "a secured record: checks its W3C proof alone")
      ->type_name("FILE");
  command->footer(
      "Exit code: 0 proved, 1 wrong, 2 cannot be read.\n"
      "Examples:\n"
      "  sayso verify receipt.json --key \"$(cat log.vkey)\"\n"
      "  sayso verify receipt.json --policy council.policy\n"
      "  sayso verify --tlog-proof proof.txt --entry leaf.bin --key log.vkey\n"
      "  sayso verify --record record.json");
  command->callback([&] { line.action = [&] { return run_verify(line.verify, out, err); }; });
}

void add_log(CommandLine& line, std::ostream& out, std::ostream& err) {
  auto* log = line.app.add_subcommand("log", "work on the log");
  log->require_subcommand(1);
  auto* fsck = log->add_subcommand(
      "fsck", "check every signature, leaf, tile, checkpoint and number against the store");
  line.log_settings.add_to(*fsck, {"data", "keys", "master-key", "master-key-command", "log-name"});
  fsck->footer(
      "Exit code: 0 in order, 1 something is wrong, 2 cannot be opened. Works while the server "
      "runs, changes nothing, names no one.\n"
      "Example:\n  sayso log fsck --config /etc/sayso.conf");
  fsck->callback([&] {
    line.action = [&] {
      if (!line.log_settings.apply(line.log, err)) return kWrongQuestion;
      return run_log_fsck(line.log, out, err);
    };
  });
  auto* copy = log->add_subcommand("copy", "keep a copy of what was published, as static files");
  line.log_copy_settings.add_to(*copy, {"data"});
  copy->add_option("--to", line.log_copy, "the copy's folder; one that is there is brought up")
      ->required()
      ->type_name("FOLDER");
  copy->footer(
      "Works while the server runs. The copy holds nothing that is not public, and a restore that "
      "has it loses no entry of the log.\n"
      "Example:\n  sayso log copy --config /etc/sayso.conf --to /srv/log-copy");
  copy->callback([&] {
    line.action = [&] {
      if (!line.log_copy_settings.apply(line.log, err)) return kWrongQuestion;
      return run_log_copy(line.log, line.log_copy, out, err);
    };
  });
}

void add_witness(CommandLine& line, std::ostream& out, std::ostream& err) {
  auto* witness = line.app.add_subcommand(
      "witness", "cosign a council's log, as an auditor (c2sp.org/tlog-witness)");
  witness->require_subcommand(1);
  WitnessOptions& options = line.witness;
  const auto add_state = [&options](CLI::App& command) {
    command.add_option("--state", options.state, "the witness's folder: its key, what it cosigned")
        ->type_name("FOLDER");
  };
  auto* new_key = witness->add_subcommand("new-key", "make the witness's key, and print its vkey");
  add_state(*new_key);
  new_key->add_option("--name", options.name, "its name for ever, such as witness.example/w1")
      ->required()
      ->type_name("NAME");
  new_key->callback(
      [&] { line.action = [&] { return run_witness_new_key(line.witness, out, err); }; });
  auto* serve = witness->add_subcommand("serve", "answer add-checkpoint until told to stop");
  add_state(*serve);
  serve->add_option("--log", options.logs, "a log to watch: its vkey, or a file with it")
      ->type_name("VKEY");
  serve->add_option("--address", options.address, "where to listen")->type_name("ADDRESS");
  serve->add_option("--port", options.port, "where to listen; 8090 if not given")->type_name("N");
  serve->add_option("--tls-cert", options.tls_certificate, "certificate chain (PEM)")
      ->type_name("FILE");
  serve->add_option("--tls-key", options.tls_key, "private key (PEM) of --tls-cert")
      ->type_name("FILE");
  serve->footer(
      "A fork is refused, said on standard error, and kept in the folder.\n"
      "Example:\n"
      "  sayso witness new-key --state w1 --name witness.example/w1\n"
      "  sayso witness serve --state w1 --log council.vkey");
  serve->callback([&] { line.action = [&] { return run_witness_serve(line.witness, out, err); }; });
}

}  // namespace sayso::cli
