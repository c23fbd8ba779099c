#include "server/cli/config_file.h"

#include <doctest/doctest.h>

#include "tests/support/shipped_content.h"

namespace sayso::cli {
namespace {

std::vector<encoding::LineProblem> problems_of(const std::string& text) {
  Settings settings;
  return read_config(text, settings);
}

TEST_CASE("a file sets what it says and nothing else") {
  Settings settings;
  const auto problems = read_config(
      "# a council\n\n  port = 9000 \r\norigin=https://sayso.example\n"
      "trusted-proxies = 10.0.0.0/8, ::1\nconnections=7",
      settings);
  CHECK(problems.empty());
  CHECK(settings.port == 9000);
  CHECK(settings.origin == "https://sayso.example");
  CHECK(settings.trusted_proxies == std::vector<std::string>{"10.0.0.0/8", "::1"});
  CHECK(settings.connections == 7);
  CHECK(settings.data == Settings().data);
}

TEST_CASE("each line that is wrong is named, with what is wrong") {
  const auto problems = problems_of(
      "port = 99999\nport = 80x\nprot = 1\njust words\nport = 1\ndata =\naddress = here\n"
      "origin = sayso.example\norigin = https://a/b\n");
  REQUIRE(problems.size() == 9);
  for (std::size_t i = 0; i < problems.size(); ++i) CHECK(problems[i].line == i + 1);
  CHECK(problems[0].what.find("from 0 to 65535") != std::string::npos);
  CHECK(problems[1].what.find("set before, in line 1") != std::string::npos);
  CHECK(problems[2].what.find("no setting 'prot'") != std::string::npos);
  CHECK(problems[2].what.find("publish-seconds") != std::string::npos);
  CHECK(problems[3].what.find("name = value") != std::string::npos);
  CHECK(problems[5].what.find("must not be empty") != std::string::npos);
}

TEST_CASE("the sample names every setting, and its defaults are the defaults") {
  Settings settings;
  std::string uncommented;
  for (const Setting& setting : all_settings()) {
    CHECK(sample_config().find("\n#" + std::string(setting.name) + " =") != std::string::npos);
    if (!setting.standard.empty()) {
      uncommented += std::string(setting.name) + " = " + std::string(setting.standard) + "\n";
    }
  }
  settings.port = 1;
  settings.address = "x";
  settings.publish_seconds = 1;
  CHECK(read_config(uncommented, settings).empty());
  const Settings standard;
  CHECK(settings.port == standard.port);
  CHECK(settings.address == standard.address);
  CHECK(settings.publish_seconds == standard.publish_seconds);
  CHECK(settings.session_idle_minutes == standard.session_idle_minutes);
  CHECK(settings.session_longest_minutes == standard.session_longest_minutes);
  CHECK(settings.invitation_days == standard.invitation_days);
  CHECK(settings.connections == standard.connections);
  CHECK(settings.connections_per_address == standard.connections_per_address);
  CHECK(settings.notice == standard.notice);
  CHECK(settings.log_name == standard.log_name);
  CHECK(find_contradictions(settings).empty());
}

TEST_CASE("docs/configuration.md has a row for every setting, with its default") {
  const auto page = sayso::test::source_file("docs/configuration.md");
  for (const Setting& setting : all_settings()) {
    const std::string standard =
        setting.standard.empty() ? "" : "`" + std::string(setting.standard) + "`";
    const std::string row = "| `" + std::string(setting.name) + "` | " + standard;
    CHECK_MESSAGE(page.find(row) != std::string::npos, row);
  }
}

TEST_CASE("settings that do not go together are found") {
  Settings settings;
  settings.tls_key = "key.pem";
  settings.address = "0.0.0.0";
  CHECK(find_contradictions(settings).size() == 2);
}

}  // namespace
}  // namespace sayso::cli
