#include "server/cli/settings.h"

#include <charconv>

#include "server/http/client_address.h"
#include "server/http/message.h"
#include "shared/protocol/signed_note.h"

namespace sayso::cli {
namespace {

using Problem = std::optional<std::string>;

template <class Number>
Problem set_number(Number& target, const std::string& value, std::int64_t least,
                   std::int64_t most) {
  std::int64_t number = 0;
  const auto* end = value.data() + value.size();
  const auto result = std::from_chars(value.data(), end, number);
  if (result.ec != std::errc{} || result.ptr != end || number < least || number > most) {
    return "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most);
  }
  target = static_cast<Number>(number);
  return std::nullopt;
}

Problem set_text(std::string& target, const std::string& value) {
  if (value.empty()) return "must not be empty";
  target = value;
  return std::nullopt;
}

Problem set_address(Settings& settings, const std::string& value) {
  if (value != "localhost" && !http::decode_address(value))
    return "must be localhost or an address such as 0.0.0.0 or ::1";
  settings.address = value;
  return std::nullopt;
}

Problem set_origin(Settings& settings, const std::string& value) {
  const auto slashes = value.find("://");
  const auto scheme = value.substr(0, slashes);
  const bool whole = slashes != std::string::npos && (scheme == "http" || scheme == "https");
  const auto host = whole ? value.substr(slashes + 3) : std::string();
  if (host.empty() || host.find_first_of("/?#@ ") != std::string::npos)
    return "must be like https://sayso.example.gov.uk, with nothing after the host";
  settings.origin = value;
  return std::nullopt;
}

Problem set_proxies(Settings& settings, const std::string& value) {
  std::vector<std::string> proxies;
  for (const auto part : http::split_list(value)) {
    if (!http::decode_network(part))
      return "'" + std::string(part) + "' is not an address or network";
    proxies.emplace_back(part);
  }
  settings.trusted_proxies = proxies;
  return std::nullopt;
}

Problem set_log_name(Settings& settings, const std::string& value) {
  if (!protocol::is_key_name(value)) return "must be like council.example/sayso, without blanks";
  settings.log_name = value;
  return std::nullopt;
}

const std::vector<Setting> kSettings = {
    {"address", "ADDRESS", "localhost",
     "where to listen: localhost (both 127.0.0.1 and ::1) or an address", set_address},
    {"port", "N", "8080", "where to listen: 0 takes any free one",
     [](Settings& s, const std::string& v) { return set_number(s.port, v, 0, 65'535); }},
    {"data", "FOLDER", "data", "the folder of the database",
     [](Settings& s, const std::string& v) { return set_text(s.data, v); }},
    {"www", "FOLDER", "",
     "the folder that is served: client, styles, notices, words; not given: found beside the "
     "program",
     [](Settings& s, const std::string& v) { return set_text(s.www, v); }},
    {"tls-cert", "FILE", "", "certificate chain (PEM); with tls-key the server speaks TLS itself",
     [](Settings& s, const std::string& v) { return set_text(s.tls_certificate, v); }},
    {"tls-key", "FILE", "", "private key (PEM) of tls-cert",
     [](Settings& s, const std::string& v) { return set_text(s.tls_key, v); }},
    {"origin", "URL", "",
     "what people see in the address bar, such as https://sayso.example.gov.uk", set_origin},
    {"trusted-proxies", "LIST", "",
     "addresses or networks, with commas between, whose X-Forwarded-For counts", set_proxies},
    {"log-name", "NAME", "localhost/sayso",
     "the log's name for ever, such as council.example/sayso", set_log_name},
    {"keys", "FOLDER", "",
     "the folder of the long-lived secrets, outside of data and its backups; if not given, "
     "DATA/keys",
     [](Settings& s, const std::string& v) { return set_text(s.keys, v); }},
    {"master-key", "FILE", "",
     "a file with the master key, or credential:NAME for what systemd's LoadCredential gives",
     [](Settings& s, const std::string& v) { return set_text(s.master_key, v); }},
    {"master-key-command", "COMMAND", "",
     "a program, with arguments, that prints the master key; run without a shell",
     [](Settings& s, const std::string& v) { return set_text(s.master_key_command, v); }},
    {"backup-key", "FILE", "", "a file with the key that seals backups, or credential:NAME",
     [](Settings& s, const std::string& v) { return set_text(s.backup_key, v); }},
    {"backup-key-command", "COMMAND", "",
     "a program, with arguments, that prints the key that seals backups; run without a shell",
     [](Settings& s, const std::string& v) { return set_text(s.backup_key_command, v); }},
    {"notice", "ID", "turnaround-plus", "the id of the notice that people are asked about",
     [](Settings& s, const std::string& v) { return set_text(s.notice, v); }},
    {"language", "TAG", "en", "the language of notice and words",
     [](Settings& s, const std::string& v) { return set_text(s.language, v); }},
    {"publish-seconds", "N", "300", "how often the public is shown a new checkpoint of the log",
     [](Settings& s, const std::string& v) { return set_number(s.publish_seconds, v, 1, 86'400); }},
    {"cover-seconds", "N", "10",
     "the log grows by one entry in so many seconds on average, whether anybody acts or not",
     [](Settings& s, const std::string& v) { return set_number(s.cover_seconds, v, 1, 3'600); }},
    {"witnesses", "FILE", "",
     "a tlog-policy whose witnesses, those with an address, are asked to cosign each checkpoint",
     [](Settings& s, const std::string& v) { return set_text(s.witnesses, v); }},
    {"session-minutes", "N", "20", "how long somebody stays signed in without doing anything",
     [](Settings& s, const std::string& v) {
       return set_number(s.session_idle_minutes, v, 1, 720);
     }},
    {"session-longest-minutes", "N", "720",
     "after how long everybody signs in again, whatever they did in between",
     [](Settings& s, const std::string& v) {
       return set_number(s.session_longest_minutes, v, 1, 1'440);
     }},
    {"invitation-days", "N", "28", "how long an invitation can be used",
     [](Settings& s, const std::string& v) { return set_number(s.invitation_days, v, 1, 90); }},
    {"question-days", "N", "3", "working days within which a question is answered",
     [](Settings& s, const std::string& v) { return set_number(s.question_days, v, 1, 20); }},
    {"stop-clock", "WHEN", "never",
     "whether a right's month stands still while the team waits for the person: never or waiting",
     [](Settings& s, const std::string& v) -> std::optional<std::string> {
       if (v != "never" && v != "waiting") return "must be never or waiting";
       s.stops_clock = v == "waiting";
       return std::nullopt;
     }},
    {"connections", "N", "4096", "how many connections at once, in all",
     [](Settings& s, const std::string& v) { return set_number(s.connections, v, 1, 100'000); }},
    {"connections-per-address", "N", "256", "how many connections at once from one address",
     [](Settings& s, const std::string& v) {
       return set_number(s.connections_per_address, v, 1, 100'000);
     }},
};

}  // namespace

const std::vector<Setting>& all_settings() { return kSettings; }

std::vector<std::string> find_contradictions(const Settings& settings) {
  std::vector<std::string> found;
  if (settings.tls_certificate.empty() != settings.tls_key.empty())
    found.emplace_back("tls-cert and tls-key need each other: one of them is missing");
  if (!settings.master_key.empty() && !settings.master_key_command.empty())
    found.emplace_back("master-key and master-key-command exclude each other");
  if (!settings.backup_key.empty() && !settings.backup_key_command.empty())
    found.emplace_back("backup-key and backup-key-command exclude each other");
  if (settings.address != "localhost" && settings.origin.empty())
    found.emplace_back("address is not this machine alone, so origin has to say what people see");
  return found;
}

}  // namespace sayso::cli
