// The accounts of the team, as somebody types them.
#include <doctest/doctest.h>

#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "server/cli/run.h"
#include "tests/support/temporary_folder.h"

namespace sayso::cli {
namespace {

struct Said {
  int code = 0;
  std::string out;
  std::string err;
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// What stands behind "name: " on a line of its own.
std::string line_of(const std::string& text, const std::string& name) {
  const auto start = text.find(name + ": ");
  REQUIRE(start != std::string::npos);
  const auto from = start + name.size() + 2;
  return text.substr(from, text.find('\n', from) - from);
}

struct World {
  test::TemporaryFolder folder;

  Said say(std::vector<std::string> words, const std::string& typed = {}) {
    words.insert(words.begin(), {"sayso", "staff"});
    for (const char* word : {"--www", SAYSO_SOURCE_DIR "/assets", "--data"})
      words.emplace_back(word);
    words.push_back(folder.path() + "/data");
    std::vector<const char*> arguments;
    for (const auto& word : words) arguments.push_back(word.c_str());
    std::istringstream in(typed);
    std::streambuf* before = std::cin.rdbuf(in.rdbuf());
    std::ostringstream out;
    std::ostringstream err;
    const int code = run(static_cast<int>(arguments.size()), arguments.data(), out, err);
    std::cin.rdbuf(before);
    return {code, out.str(), err.str()};
  }
};

}  // namespace

TEST_CASE("an account is added, given another role, reset and revoked, and then revoked for good") {
  World world;
  const Said added = world.say({"add", "--user", "kim.field", "--role", "key-worker"});
  CHECK(added.code == 0);
  CHECK(has(added.out, "added: kim.field key-worker\n"));
  const std::string secret = line_of(added.out, "secret");
  CHECK(secret.size() == 32);
  CHECK(line_of(added.out, "uri") == "otpauth://totp/Sayso:kim.field?secret=" + secret +
                                         "&issuer=Sayso&algorithm=SHA1&digits=6&period=30");
  CHECK(line_of(added.out, "password").size() == 19);
  CHECK(has(world.say({"list"}).out, "kim.field key-worker "));
  CHECK(has(world.say({"list"}).out, " password until 20"));
  CHECK(world.say({"add", "--user", "kim.field", "--role", "dpo"}).code == 1);
  CHECK(world.say({"role", "--user", "kim.field", "--role", "dpo"}).code == 0);
  CHECK(world.say({"role", "--user", "kim.field", "--role", "dpo"}).code == 1);
  const Said reset = world.say({"reset", "--user", "kim.field"});
  CHECK(reset.code == 0);
  CHECK(line_of(reset.out, "secret") != secret);
  CHECK(line_of(reset.out, "password") != line_of(added.out, "password"));
  CHECK(world.say({"revoke", "--user", "kim.field"}).code == 0);
  const Said listed = world.say({"list"});
  CHECK(has(listed.out, "kim.field dpo "));
  CHECK(has(listed.out, " revoked 20"));
  // What was handed over is nowhere again.
  CHECK_FALSE(has(listed.out, secret));
  for (const char* part : {"revoke", "reset"})
    CHECK(world.say({part, "--user", "kim.field"}).code == 1);
  CHECK(world.say({"add", "--user", "kim.field", "--role", "dpo"}).code == 1);
}

TEST_CASE("a password is read from standard input alone, and has to be a long one") {
  World world;
  const std::vector<std::string> add = {"add",    "--user",     "kim.field",
                                        "--role", "key-worker", "--password-stdin"};
  for (const char* typed : {"", "\n", "too short\n", "kim.field kim.field\n",
                            "\xff\xfe no text at all\n", "seven small boat"}) {
    CAPTURE(typed);
    const Said said = world.say(add, typed);
    CHECK(said.code == (std::string(typed) == "seven small boat" ? 0 : 2));
    if (said.code != 0) CHECK(said.out.empty());
  }
  const Said reset =
      world.say({"reset", "--user", "kim.field", "--password-stdin"}, "eight small boats\r\n");
  CHECK(reset.code == 0);
  CHECK_FALSE(has(reset.out, "password: "));
  CHECK_FALSE(has(reset.out, "eight small"));
  CHECK_FALSE(has(world.say({"list"}).out, "password until"));
  CHECK(world.say({"add", "--user", "sam", "--role", "dpo", "--password", "seven small boats"})
            .code == 2);
}

TEST_CASE("a role or a name that there is not is said to be wrong") {
  World world;
  const Said role = world.say({"add", "--user", "kim", "--role", "boss"});
  CHECK(role.code == 2);
  CHECK(has(role.err, "there is no role 'boss'"));
  const Said user = world.say({"add", "--user", "Kim Field", "--role", "dpo"});
  CHECK(user.code == 2);
  CHECK(has(user.err, "a user name is"));
  CHECK(world.say({"add", "--user", "kim"}).code == 2);
  CHECK(world.say({"role", "--user", "kim", "--role", "boss"}).code == 2);
  CHECK(world.say({"revoke"}).code == 2);
  CHECK(world.say({}).code == 2);
  CHECK(world.say({"list"}).out.empty());
}

}  // namespace sayso::cli
