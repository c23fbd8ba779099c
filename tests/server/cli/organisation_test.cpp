// Registering whose keys the gate knows, as somebody types it.
#include <doctest/doctest.h>

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

// Of RFC 9421 appendix B.1.4, as base64 and as a Multikey.
constexpr char kRaw[] = "JrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=";

struct World {
  test::TemporaryFolder folder;

  Said say(std::vector<std::string> words) {
    words.insert(words.begin(), {"sayso", "organisation"});
    for (const char* word : {"--www", SAYSO_SOURCE_DIR "/assets", "--data"})
      words.emplace_back(word);
    words.push_back(folder.path() + "/data");
    std::vector<const char*> arguments;
    for (const auto& word : words) arguments.push_back(word.c_str());
    std::ostringstream out;
    std::ostringstream err;
    const int code = run(static_cast<int>(arguments.size()), arguments.data(), out, err);
    return {code, out.str(), err.str()};
  }
};

}  // namespace

TEST_CASE("a key is added, listed and revoked, and then revoked for good") {
  World world;
  const Said added = world.say({"add", "--id", "schools", "--key", kRaw});
  CHECK(added.code == 0);
  CHECK(has(added.out, "added: schools z6Mk"));
  const std::string key = added.out.substr(added.out.find("z6Mk"), 48);
  CHECK(world.say({"add", "--id", "nhs", "--key", key}).code == 1);
  CHECK(has(world.say({"list"}).out, "schools " + key + " added 20"));
  CHECK(world.say({"revoke", "--key", key}).code == 0);
  CHECK(has(world.say({"list"}).out, " revoked 20"));
  CHECK(world.say({"revoke", "--key", key}).code == 1);
  CHECK(world.say({"add", "--id", "schools", "--key", kRaw}).code == 1);
}

TEST_CASE("an organisation that the notice does not name, and what is no key, are refused") {
  World world;
  const Said unknown = world.say({"add", "--id", "acme", "--key", kRaw});
  CHECK(unknown.code == 1);
  CHECK(has(unknown.err, "the notice names no organisation of this id"));
  CHECK(world.say({"add", "--id", "schools", "--key", "AAAA"}).code == 1);
  CHECK(world.say({"add", "--id", "schools"}).code == 2);
  CHECK(world.say({}).code == 2);
  CHECK(world.say({"list"}).out.empty());
}

}  // namespace sayso::cli
