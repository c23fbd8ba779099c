// The arguments of backup, restore and keys.
#include "server/cli/command_line.h"
#include "server/cli/exit_code.h"

namespace sayso::cli {
namespace {

void add_shred(CommandLine& line, CLI::App& keys, std::ostream& out, std::ostream& err) {
  auto* shred =
      keys.add_subcommand("shred", "destroy for ever what keys open, and certify it in the log");
  ShredOptions& options = line.shred;
  shred->add_option("--person", options.person, "what is held about this person")->type_name("ID");
  shred->add_option("--month", options.month, "what was to be destroyed by then")
      ->type_name("YYYY-MM");
  shred
      ->add_option("--class", options.data_class,
                   "of that: evidence, requests, profile or held alone")
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

}  // namespace

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

}  // namespace sayso::cli
