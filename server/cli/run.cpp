#include "server/cli/run.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <map>
#include <ostream>
#include <string>

#include "server/cli/backup.h"
#include "server/cli/checks.h"
#include "server/cli/config_file.h"
#include "server/cli/invite.h"
#include "server/cli/keys.h"
#include "server/cli/keys_shred.h"
#include "server/cli/log_copy.h"
#include "server/cli/log_fsck.h"
#include "server/cli/restore.h"
#include "server/cli/serve.h"
#include "server/cli/settings.h"
#include "server/cli/text_file.h"
#include "server/cli/verify.h"
#include "server/cli/version.h"
#include "server/cli/witness.h"

namespace sayso::cli {
namespace {

constexpr int kWrongQuestion = 2;
constexpr std::size_t kMostConfigBytes = 64 * 1024;

// What the command line says about settings: applied after the file, so that it wins.
class SettingArguments {
 public:
  void add_to(CLI::App& command, const std::vector<std::string>& names) {
    command.add_option("--config", config_, "a file of settings; see 'sayso config --print'")
        ->type_name("FILE");
    for (const Setting& setting : all_settings()) {
      const std::string name(setting.name);
      if (std::find(names.begin(), names.end(), name) == names.end()) continue;
      command.add_option("--" + name, given_[name], std::string(setting.help))
          ->type_name(std::string(setting.takes));
    }
  }

  // False after saying what is wrong.
  [[nodiscard]] bool apply(Settings& settings, std::ostream& err) const {
    return apply_file(settings, err) && apply_given(settings, err) && check(settings, err);
  }

 private:
  [[nodiscard]] bool apply_file(Settings& settings, std::ostream& err) const {
    if (config_.empty()) return true;
    const auto text = load_text_file(config_, kMostConfigBytes);
    if (!text) {
      err << "sayso: " << text.error() << "\n";
      return false;
    }
    const auto problems = read_config(*text, settings);
    for (const auto& [line, what] : problems) err << config_ << ":" << line << ": " << what << "\n";
    return problems.empty();
  }

  [[nodiscard]] bool apply_given(Settings& settings, std::ostream& err) const {
    for (const Setting& setting : all_settings()) {
      const auto found = given_.find(std::string(setting.name));
      if (found == given_.end() || found->second.empty()) continue;
      const auto problem = setting.set(settings, found->second);
      if (!problem) continue;
      err << "sayso: --" << setting.name << " " << *problem << ", and is '" << found->second
          << "'\n";
      return false;
    }
    return true;
  }

  [[nodiscard]] static bool check(const Settings& settings, std::ostream& err) {
    const auto contradictions = find_contradictions(settings);
    for (const auto& contradiction : contradictions) err << "sayso: " << contradiction << "\n";
    return contradictions.empty();
  }

  std::string config_;
  std::map<std::string, std::string> given_;
};

// Holds what the arguments are read into while they are, and what is then to be done.
struct CommandLine {
  CLI::App app{"Sayso: a consent and transparency portal that people can check."};
  std::function<int()> action;
  ServeOptions serve;
  SettingArguments serve_settings;
  InviteOptions invite;
  SettingArguments invite_settings;
  VerifyOptions verify;
  Settings log;
  SettingArguments log_settings;
  std::string log_copy;
  SettingArguments log_copy_settings;
  BackupOptions backup;
  SettingArguments backup_settings;
  RestoreOptions restore;
  SettingArguments restore_settings;
  KeysOptions keys;
  SettingArguments keys_settings;
  ShredOptions shred;
  WitnessOptions witness;
  std::string notice_path;
  std::string config_path;
  bool print_config = false;
};

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

void add_verify(CommandLine& line, std::ostream& out, std::ostream& err) {
  auto* command =
      line.app.add_subcommand("verify", "check a receipt, a proof or a record, offline");
  VerifyOptions& options = line.verify;
  command->add_option("receipt", options.receipt, "a receipt")->type_name("RECEIPT");
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

void add_backup(CommandLine& line, std::ostream& out, std::ostream& err) {
  auto* backup = line.app.add_subcommand("backup", "make one encrypted file of the data folder");
  line.backup_settings.add_to(*backup, {"data", "backup-key", "backup-key-command"});
  backup->add_option("--to", line.backup.to, "where it goes; one that is there is replaced")
      ->type_name("FILE");
  backup->footer(
      "Works while the server runs. The keys folder is not in it: keep that apart.\n"
      "Examples:\n"
      "  sayso backup --config /etc/sayso.conf --to /mnt/backups/sayso.backup\n"
      "  sayso backup --config /etc/sayso.conf verify /mnt/backups/sayso.backup");
  backup->callback([&] {
    // Of the verb `verify` below this one, when that is what was asked for.
    if (line.action) return;
    line.action = [&] {
      if (!line.backup_settings.apply(line.backup.settings, err)) return kWrongQuestion;
      return run_backup(line.backup, out, err);
    };
  });
  auto* verify = backup->add_subcommand(
      "verify", "open a backup, check its database, and add its log up; keep nothing");
  verify->add_option("file", line.backup.file, "the backup")->required()->type_name("FILE");
  verify->callback([&] {
    line.action = [&] {
      if (!line.backup_settings.apply(line.backup.settings, err)) return kWrongQuestion;
      return run_backup_verify(line.backup, out, err);
    };
  });
}

void add_restore(CommandLine& line, std::ostream& out, std::ostream& err) {
  auto* restore = line.app.add_subcommand(
      "restore", "put a backup into an empty data folder, unless that would fork the log");
  line.restore_settings.add_to(*restore, {"data", "keys", "master-key", "master-key-command",
                                          "log-name", "backup-key", "backup-key-command"});
  RestoreOptions& options = line.restore;
  restore->add_option("file", options.file, "the backup")->required()->type_name("FILE");
  restore
      ->add_option("--against", options.against,
                   "what somebody has seen of the log: the old data folder, a copy of the log, a "
                   "witness's folder, a checkpoint or a receipt; as often as there are such")
      ->type_name("PATH");
  restore->add_flag("--complete", options.complete,
                    "put entries that the backup lacks back into the log, from a copy of it");
  restore->footer(
      "The keys folder has to be there first. Exit code: 0 restored, 1 refused, 2 the question was "
      "wrong.\n"
      "Example:\n"
      "  sayso restore sayso.backup --config /etc/sayso.conf --against /srv/log-copy");
  restore->callback([&] {
    line.action = [&] {
      if (!line.restore_settings.apply(options.settings, err)) return kWrongQuestion;
      return run_restore(options, out, err);
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

void add_shred(CommandLine& line, CLI::App& keys, std::ostream& out, std::ostream& err) {
  auto* shred =
      keys.add_subcommand("shred", "destroy for ever what keys open, and certify it in the log");
  ShredOptions& options = line.shred;
  shred->add_option("--person", options.person, "what is held about this person")->type_name("ID");
  shred->add_option("--month", options.month, "what was to be destroyed by then")
      ->type_name("YYYY-MM");
  shred->add_option("--class", options.data_class, "of that: evidence, requests or profile alone")
      ->type_name("CLASS");
  shred->add_flag("--destroy-for-ever", options.destroy_for_ever,
                  "do it; without this, only say what would be done");
  shred->add_flag("--finish", options.finish, "end a run that was cut off");
  shred->footer(
      "The server has to be stopped. Prints each certificate on a line; keep them.\n"
      "Examples:\n"
      "  sayso keys --config /etc/sayso.conf shred --month 2031-11\n"
      "  sayso keys --config /etc/sayso.conf shred --person ID --class profile "
      "--destroy-for-ever\n"
      "  sayso keys --config /etc/sayso.conf shred --finish");
  shred->callback([&] {
    line.action = [&] {
      if (!line.keys_settings.apply(line.shred.settings, err)) return kWrongQuestion;
      return run_keys_shred(line.shred, out, err);
    };
  });
}

void add_keys(CommandLine& line, std::ostream& out, std::ostream& err) {
  auto* keys = line.app.add_subcommand("keys", "look after the keyring");
  keys->require_subcommand(1);
  line.keys_settings.add_to(*keys,
                            {"data", "keys", "master-key", "master-key-command", "log-name"});
  auto* status = keys->add_subcommand("status", "tell what the keyring holds, and name no one");
  status->footer("Example:\n  sayso keys --config /etc/sayso.conf status");
  status->callback([&] {
    line.action = [&] {
      if (!line.keys_settings.apply(line.keys.settings, err)) return kWrongQuestion;
      return run_keys_status(line.keys, out, err);
    };
  });
  auto* rotate = keys->add_subcommand("rotate", "put new keys in the place of old ones");
  rotate->add_option("level", line.keys.level, "master, wraps (of people and months) or data")
      ->required()
      ->type_name("LEVEL");
  rotate
      ->add_option("--new-master-key", line.keys.new_master_key,
                   "the new master key's file, where it is not kept among the keys")
      ->type_name("FILE");
  rotate->footer(
      "The server has to be stopped. A rotation that was cut off is ended by the same again.\n"
      "Example:\n  sayso keys --config /etc/sayso.conf rotate wraps");
  rotate->callback([&] {
    line.action = [&] {
      if (!line.keys_settings.apply(line.keys.settings, err)) return kWrongQuestion;
      return run_keys_rotate(line.keys, out, err);
    };
  });
  add_shred(line, *keys, out, err);
}

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
  add_verify(line, out, err);
  add_log(line, out, err);
  add_backup(line, out, err);
  add_restore(line, out, err);
  add_keys(line, out, err);
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
