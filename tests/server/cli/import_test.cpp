// Taking in what other organisations sent, and confirming who may see it, as somebody types it.
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
  std::string person;

  World() {
    const Said invited = say({"invite", "--name", "Alex", "--born", "1990-05-01"});
    REQUIRE(invited.code == 0);
    person = invited.out.substr(8, 26);
  }

  Said say(std::vector<std::string> words) {
    for (const char* word : {"--www", SAYSO_SOURCE_DIR "/assets", "--data"})
      words.emplace_back(word);
    words.push_back(folder.path() + "/data");
    words.insert(words.begin(), "sayso");
    std::vector<const char*> arguments;
    for (const auto& word : words) arguments.push_back(word.c_str());
    std::ostringstream out;
    std::ostringstream err;
    const int code = run(static_cast<int>(arguments.size()), arguments.data(), out, err);
    return {code, out.str(), err.str()};
  }

  // A file of rows behind the header; PERSON is the person's id.
  std::string file(std::string rows) {
    for (auto at = rows.find("PERSON"); at != std::string::npos; at = rows.find("PERSON"))
      rows.replace(at, 6, person);
    const std::string path = folder.path() + "/items.csv";
    std::ofstream(path) << "person,reference,kind,source,received,arrival,summary,purposes\n"
                        << rows;
    return path;
  }
};

constexpr char kGood[] =
    "PERSON,att-1,school-attendance,schools,2026-01-05,transfer,At school.,find-and-support\n"
    "PERSON,gp-1,health,nhs,2026-02-05,letter,Asthma.,join-up\n";

TEST_CASE("a file is taken in once, however often it is given") {
  World world;
  const std::string path = world.file(kGood);
  const auto dry = world.say({"import", path, "--dry-run"});
  CHECK(dry.code == 0);
  CHECK(dry.out == "2 rows: 2 would be new, 0 changed, 0 as they were, 0 bad\n");
  CHECK(world.say({"import", path}).out == "2 rows: 2 new, 0 changed, 0 as they were, 0 bad\n");
  CHECK(world.say({"import", path}).out == "2 rows: 0 new, 0 changed, 2 as they were, 0 bad\n");
}

TEST_CASE("a file with bad rows is refused whole, unless the good ones are asked for") {
  World world;
  const std::string path =
      world.file(std::string(kGood) +
                 "PERSON,a,health,police,2026-01-05,letter,x,join-up\n"
                 "PERSON,a,health,nhs,2999-01-05,letter,x,join-up\n"
                 "PERSON,a,health,nhs,2001-01-05,letter,x,join-up\n"
                 "nobody,a,health,nhs,2026-01-05,letter,x,join-up\n"
                 "PERSON,gp-1,health,nhs,2026-02-05,letter,Something else.,join-up\n"
                 "PERSON,a,health,nhs,2026-01-05,letter,x,advertising\n");
  const auto refused = world.say({"import", path});
  CHECK(refused.code == 1);
  CHECK(has(refused.err, "line 4, kind: is not what the notice says that this source gives"));
  CHECK(has(refused.err, "line 5, received: is a day to come"));
  CHECK(has(refused.err, "line 6, received: is so long ago"));
  CHECK(has(refused.err, "line 7, person: is nobody's id"));
  CHECK(has(refused.err, "line 8, reference: is that of line 3, too"));
  CHECK(has(refused.err, "line 9, purposes: is not one or more purposes"));
  CHECK(has(refused.err, "nothing was changed"));
  CHECK_FALSE(has(refused.err, "Something else"));
  const auto kept = world.say({"import", path, "--keep-good"});
  CHECK(kept.code == 1);
  CHECK(kept.out == "8 rows: 2 new, 0 changed, 0 as they were, 6 bad\n");
}

TEST_CASE("a file that is none is told so") {
  World world;
  CHECK(world.say({"import", world.folder.path() + "/nothing.csv"}).code == 2);
  CHECK(world.say({"import", world.folder.path() + "/data.xlsx"}).code == 2);
  CHECK(world.say({"import"}).code == 2);
  const std::string path = world.folder.path() + "/empty.csv";
  std::ofstream(path).flush();
  const auto empty = world.say({"import", path});
  CHECK(empty.code == 1);
  CHECK(has(empty.err, "the file is empty"));
  std::ofstream(path) << "{\"not\": \"csv\"}\n";
  CHECK(has(world.say({"import", path}).err, "the first row"));
  CHECK(has(world.say({"import", path, "--format", "json"}).err, "line 1"));
}

TEST_CASE("a code that is on nobody's screen confirms nobody") {
  World world;
  const auto said = world.say({"confirm", "--person", world.person, "--code", "000 000"});
  CHECK(said.code == 1);
  CHECK(has(said.err, "not the code on that person's screen"));
  CHECK(world.say({"confirm", "--person", "nobody", "--code", "000000"}).code == 1);
  CHECK(world.say({"confirm", "--person", world.person}).code == 2);
}

}  // namespace
}  // namespace sayso::cli
