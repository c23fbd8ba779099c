// Everything that can be set, with defaults that run on one machine for one person trying it out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/cli/web_root.h"

namespace sayso::cli {

struct Settings {
  std::string address = "localhost";
  std::uint16_t port = 8080;
  std::string data = "data";
  std::string www = find_web_root();
  std::string tls_certificate;
  std::string tls_key;
  // What people see in the address bar: scheme, host, port. Empty = this machine alone.
  std::string origin;
  std::vector<std::string> trusted_proxies;
  std::string log_name = "localhost/sayso";
  // The folder of the long-lived secrets; empty = "keys" in the data folder.
  std::string keys;
  // A file with the master key, or credential:NAME; empty = kept among the keys, unless a command
  // prints it.
  std::string master_key;
  std::string master_key_command;
  // What seals backups: as master_key and master_key_command, and never on the keyring's shelf.
  std::string backup_key;
  std::string backup_key_command;
  std::string notice = "turnaround-plus";
  std::string language = "en";
  // How often the public is shown a new checkpoint, and witnesses one.
  std::int64_t publish_seconds = 300;
  // The log grows by an entry in so many seconds on average, whether anybody acts or not.
  std::int64_t cover_seconds = 10;
  // A tlog-policy file: its witnesses with an address are asked to cosign. Empty = none.
  std::string witnesses;
  std::int64_t session_idle_minutes = 20;
  std::int64_t session_longest_minutes = 720;
  std::int64_t invitation_days = 28;
  // Working days.
  std::int64_t question_days = 3;
  // While the team waits for an answer of the person.
  bool stops_clock = false;
  std::size_t connections = 4'096;
  std::size_t connections_per_address = 256;
};

// One line of the configuration file.
struct Setting {
  std::string_view name;
  // What kind of value it takes: "FOLDER", "N".
  std::string_view takes;
  // What it is where nothing is said; empty = nothing.
  std::string_view standard;
  std::string_view help;
  // Takes the value into the settings; otherwise says what is wrong with it.
  std::optional<std::string> (*set)(Settings& settings, const std::string& value);
};

[[nodiscard]] const std::vector<Setting>& all_settings();

// What no single line can show: two that do not go together. Empty when all is well.
[[nodiscard]] std::vector<std::string> find_contradictions(const Settings& settings);

}  // namespace sayso::cli
