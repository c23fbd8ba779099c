// What the team types about requests: what is listed, what is refused, what the exit code is.
#include <doctest/doctest.h>

#include <fstream>
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

struct World {
  test::TemporaryFolder folder;

  std::string file(const std::string& text) {
    const std::string path = folder.path() + "/text.txt";
    std::ofstream(path) << text;
    return path;
  }

  Said say(std::vector<std::string> words) {
    words.insert(words.begin(), {"sayso", "requests"});
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

TEST_CASE("a request that is not there is said to be none, whatever is to be done with it") {
  World world;
  const Said listed = world.say({"list", "--all"});
  CHECK(listed.code == 0);
  CHECK(listed.out.empty());
  const std::string text = world.file("We have put it right.\n");
  const std::vector<std::vector<std::string>> all = {{"show"},
                                                     {"take"},
                                                     {"ask", "--text", text},
                                                     {"extend", "--text", text},
                                                     {"answer", "--text", text, "--by", "r1"},
                                                     {"refuse", "--text", text, "--by", "r1"},
                                                     {"confirm", "--by", "r1"}};
  for (auto words : all) {
    CAPTURE(words.front());
    words.insert(words.end(), {"--request", "1"});
    const Said said = world.say(words);
    CHECK(said.code == 1);
    CHECK(has(said.err, "there is no request of this number"));
  }
}

TEST_CASE(
    "what lacks a number, a name or a text is a wrong question; a text that is none is refused") {
  World world;
  CHECK(world.say({}).code == 2);
  CHECK(world.say({"take"}).code == 2);
  CHECK(world.say({"ask", "--request", "1"}).code == 2);
  const std::string text = world.file("\n");
  CHECK(world.say({"answer", "--request", "1", "--text", text}).code == 2);
  const Said empty = world.say({"ask", "--request", "1", "--text", text});
  CHECK(empty.code == 1);
  CHECK(has(empty.err, "the text is empty"));
  const Said missing = world.say({"ask", "--request", "1", "--text", world.folder.path() + "/no"});
  CHECK(missing.code == 1);
  CHECK(has(missing.err, "/no"));
}

}  // namespace sayso::cli
