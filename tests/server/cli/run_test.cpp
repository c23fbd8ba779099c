// The verbs as somebody types them.
#include "server/cli/run.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <unistd.h>

#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <sstream>
#include <streambuf>
#include <string>
#include <thread>
#include <vector>

#include "server/cli/version.h"
#include "tests/support/temporary_folder.h"

namespace sayso::cli {
namespace {

const std::string kContent = SAYSO_SOURCE_DIR "/assets";

struct Said {
  int code = 0;
  std::string out;
  std::string err;
};

int run_with(std::vector<std::string> words, std::ostream& out, std::ostream& err) {
  words.insert(words.begin(), "sayso");
  std::vector<const char*> arguments;
  for (const auto& word : words) arguments.push_back(word.c_str());
  return run(static_cast<int>(arguments.size()), arguments.data(), out, err);
}

Said say(std::vector<std::string> words) {
  std::ostringstream out;
  std::ostringstream err;
  const int code = run_with(std::move(words), out, err);
  return {code, out.str(), err.str()};
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("help is given for every verb, with examples, and is no error") {
  const auto all = say({"--help"});
  CHECK(all.code == 0);
  for (const char* verb : {"serve", "invite", "confirm", "import", "verify", "backup", "restore",
                           "notice", "config"}) {
    CAPTURE(verb);
    CHECK(has(all.out, verb));
    const auto help = say({verb, "--help"});
    CHECK(help.code == 0);
    if (std::string(verb) != "notice") CHECK(has(help.out, "Example"));
  }
  CHECK(say({"--version"}).out == "sayso " + std::string(kVersion) + "\n");
}

TEST_CASE("a question that makes no sense is answered with 2 and what is wrong") {
  CHECK(say({}).code == 2);
  const auto unknown = say({"sevre"});
  CHECK(unknown.code == 2);
  CHECK(has(unknown.err, "no verb 'sevre'"));
  CHECK(say({"serve", "--prot", "1"}).code == 2);
  const auto port = say({"serve", "--port", "x"});
  CHECK(port.code == 2);
  CHECK(has(port.err, "--port"));
  CHECK(has(port.err, "'x'"));
  CHECK(say({"serve", "--tls-cert", "a.pem"}).code == 2);
  CHECK(say({"config"}).code == 2);
  CHECK(say({"notice", "check", "/nonexistent"}).code == 2);
}

TEST_CASE("a configuration is checked by line, contradictions last") {
  test::TemporaryFolder folder;
  const std::string path = folder.path() + "/sayso.conf";
  std::ofstream(path) << "port = 80\nprot = 1\ntls-key = a.pem\n";
  const auto checked = say({"config", "--check", path});
  CHECK(checked.code == 1);
  CHECK(has(checked.err, path + ":2: there is no setting 'prot'"));
  CHECK(has(checked.err, "tls-cert and tls-key need each other"));
  const auto served = say({"serve", "--config", path});
  CHECK(served.code == 2);
  CHECK(has(served.err, path + ":2:"));
  std::ofstream(path) << say({"config", "--print"}).out;
  CHECK(say({"config", "--check", path}).code == 0);
}

TEST_CASE("a notice is checked by line") {
  CHECK(say({"notice", "check", kContent + "/notices/turnaround-plus/1.en.json"}).code == 0);
  test::TemporaryFolder folder;
  const std::string path = folder.path() + "/notice.json";
  std::ofstream(path) << "{\n  \"format\": 1.5\n}\n";
  const auto checked = say({"notice", "check", path});
  CHECK(checked.code == 1);
  CHECK(has(checked.err, path + ":2:"));
}

TEST_CASE("a start is checked without serving, and says which content is missing") {
  test::TemporaryFolder folder;
  const std::string data = folder.path() + "/data";
  const auto good = say({"serve", "--check", "--port", "0", "--data", data, "--www", kContent});
  CHECK(good.code == 0);
  CHECK(has(good.out, "in order"));
  CHECK_FALSE(std::filesystem::exists(data));
  const auto bad = say({"serve", "--check", "--port", "0", "--data", data, "--www", folder.path()});
  CHECK(bad.code == 1);
  CHECK(has(bad.err, folder.path() + "/notices"));
}

TEST_CASE("somebody is admitted, invited, and invited again") {
  test::TemporaryFolder folder;
  const std::string data = folder.path() + "/data";
  const auto invite = [&](std::vector<std::string> more) {
    std::vector<std::string> words{"invite", "--data", data, "--www", kContent};
    words.insert(words.end(), more.begin(), more.end());
    return say(words);
  };
  const auto child = invite({"--name", "Sam", "--born", "2020-05-01", "--no-invitation"});
  REQUIRE(child.code == 0);
  CHECK_FALSE(has(child.out, "invitation"));
  const auto child_id = child.out.substr(8, 26);
  const auto adult =
      invite({"--name", "Alex", "--born", "1990-05-01", "--responsible-for", child_id});
  REQUIRE(adult.code == 0);
  CHECK(has(adult.out, "invitation: http://localhost:8080/#"));
  const auto again = invite({"--person", adult.out.substr(8, 26)});
  CHECK(again.code == 0);
  CHECK(again.out != adult.out);
  CHECK(has(invite({"--person", "nobody"}).err, "nobody with this id"));
  CHECK(has(invite({"--name", "Kim", "--born", "2090-05-01"}).err, "a day to come"));
  CHECK(has(invite({"--name", "Kim", "--born", "2024-05-01"}).err, "--no-invitation"));
  const auto stranger = invite({"--name", "Kim", "--born", "1990-05-01", "--responsible-for", "x"});
  CHECK(has(stranger.err, "--responsible-for"));
  CHECK(has(invite({"--person", child_id}).err, "under 13"));
  CHECK(invite({"--name", "Alex"}).code == 2);
  CHECK(invite({"--name", "Alex", "--born", "1990-13-01"}).code == 2);
  CHECK(invite({}).code == 2);
}

// Text that another thread waits for.
class Watched : public std::streambuf {
 public:
  std::string wait_for(const std::string& part) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds(20), [&] { return has(text_, part); });
    return text_;
  }

 protected:
  int overflow(int c) override {
    const char letter = static_cast<char>(c);
    xsputn(&letter, 1);
    return c;
  }
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    const std::lock_guard lock(mutex_);
    text_.append(text, static_cast<std::size_t>(size));
    changed_.notify_all();
    return size;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string text_;
};

TEST_CASE("the demo serves, prints invitations for those without a device, and stops on SIGTERM") {
  test::TemporaryFolder folder;
  for (int start = 0; start < 2; ++start) {
    Watched said;
    std::ostream out(&said);
    std::ostringstream err;
    int code = -1;
    std::thread server([&] {
      code = run_with(
          {"serve", "--demo", "--port", "0", "--data", folder.path() + "/data", "--www", kContent},
          out, err);
    });
    const auto text = said.wait_for("serving: http://localhost:");
    ::kill(::getpid(), SIGTERM);
    server.join();
    CHECK(code == 0);
    std::size_t invitations = 0;
    for (auto at = text.find("invitation: http://localhost:"); at != std::string::npos;
         at = text.find("invitation: http://localhost:", at + 1))
      ++invitations;
    CHECK(invitations == 3);
    CHECK(has(err.str(), "\"event\":\"stopped\""));
  }
}

}  // namespace
}  // namespace sayso::cli
