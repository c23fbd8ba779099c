// The command line: each verb adds its arguments to it, and says what is then to be done.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <iosfwd>
#include <string>

#include "server/cli/backup.h"
#include "server/cli/confirm.h"
#include "server/cli/import.h"
#include "server/cli/invite.h"
#include "server/cli/keys.h"
#include "server/cli/keys_shred.h"
#include "server/cli/organisation.h"
#include "server/cli/requests.h"
#include "server/cli/restore.h"
#include "server/cli/retention.h"
#include "server/cli/serve.h"
#include "server/cli/setting_arguments.h"
#include "server/cli/settings.h"
#include "server/cli/staff.h"
#include "server/cli/verify.h"
#include "server/cli/witness.h"

namespace sayso::cli {

// Holds what the arguments are read into while they are, and what is then to be done.
struct CommandLine {
  CLI::App app{"Sayso: a consent and transparency portal that people can check."};
  std::function<int()> action;
  ServeOptions serve;
  SettingArguments serve_settings;
  InviteOptions invite;
  SettingArguments invite_settings;
  ConfirmOptions confirm;
  SettingArguments confirm_settings;
  ImportOptions import;
  SettingArguments import_settings;
  OrganisationOptions organisation;
  SettingArguments organisation_settings;
  StaffOptions staff;
  SettingArguments staff_settings;
  RequestsOptions requests;
  SettingArguments requests_settings;
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
  RetentionOptions retention;
  SettingArguments retention_settings;
  WitnessOptions witness;
  std::string notice_path;
  std::string config_path;
  bool print_config = false;
};

// All of these keep references to what they are given until the action has run.
void add_serve(CommandLine& line, std::ostream& out, std::ostream& err);
void add_invite(CommandLine& line, std::ostream& out, std::ostream& err);
void add_confirm(CommandLine& line, std::ostream& out, std::ostream& err);
void add_import(CommandLine& line, std::ostream& out, std::ostream& err);
void add_organisation(CommandLine& line, std::ostream& out, std::ostream& err);
void add_staff(CommandLine& line, std::ostream& out, std::ostream& err);
void add_requests(CommandLine& line, std::ostream& out, std::ostream& err);
void add_verify(CommandLine& line, std::ostream& out, std::ostream& err);
void add_log(CommandLine& line, std::ostream& out, std::ostream& err);
void add_backup(CommandLine& line, std::ostream& out, std::ostream& err);
void add_restore(CommandLine& line, std::ostream& out, std::ostream& err);
void add_keys(CommandLine& line, std::ostream& out, std::ostream& err);
void add_retention(CommandLine& line, std::ostream& out, std::ostream& err);
void add_witness(CommandLine& line, std::ostream& out, std::ostream& err);
void add_checks(CommandLine& line, std::ostream& out, std::ostream& err);

}  // namespace sayso::cli
