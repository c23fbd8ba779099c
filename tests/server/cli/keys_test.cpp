// `sayso keys` as somebody types it.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "server/cli/run.h"
#include "server/keyring/file_key_shelf.h"
#include "tests/support/temporary_folder.h"

namespace sayso::cli {
namespace {

const std::string kContent = SAYSO_SOURCE_DIR "/assets";

struct Said {
  int code = 0;
  std::string out;
  std::string err;
};

Said say(std::vector<std::string> words) {
  words.insert(words.begin(), "sayso");
  std::vector<const char*> arguments;
  for (const auto& word : words) arguments.push_back(word.c_str());
  std::ostringstream out;
  std::ostringstream err;
  const int code = run(static_cast<int>(arguments.size()), arguments.data(), out, err);
  return {code, out.str(), err.str()};
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// A data folder with one person in it.
struct World {
  test::TemporaryFolder folder;
  std::string data = folder.path() + "/data";
  std::string person;
  std::vector<std::string> more;

  explicit World(std::vector<std::string> settings = {}) : more(std::move(settings)) {
    const auto admitted = invite({"--name", "Ada Vale", "--born", "1985-06-01"});
    REQUIRE(admitted.code == 0);
    person = admitted.out.substr(8, 26);
  }

  Said with_data(std::vector<std::string> words, const std::vector<std::string>& end = {}) const {
    words.insert(words.end(), {"--data", data});
    words.insert(words.end(), more.begin(), more.end());
    words.insert(words.end(), end.begin(), end.end());
    return say(words);
  }
  Said invite(const std::vector<std::string>& who) const {
    return with_data({"invite", "--www", kContent}, who);
  }
  Said keys(const std::vector<std::string>& verb) const { return with_data({"keys"}, verb); }
  Said fsck() const { return with_data({"log", "fsck"}); }

  // The only key of this kind.
  [[nodiscard]] std::filesystem::path key_file(const std::string& kind) const {
    for (const auto& file : std::filesystem::directory_iterator(data + "/keys/" + kind))
      return file.path();
    return {};
  }
};

std::string write_key(const std::string& path, char digit) {
  std::ofstream(path) << std::string(64, digit) << "\n";
  std::filesystem::permissions(
      path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  return path;
}

TEST_CASE("the status counts keys and names nobody") {
  const World world;
  const auto status = world.keys({"status"});
  CHECK(status.code == 0);
  CHECK(has(status.out, "master key: among the keys\n"));
  CHECK(has(status.out, "people: 1\n"));
  CHECK(has(status.out, "months: 1, from 20"));
  CHECK(has(status.out, "log key: localhost/sayso+"));
  CHECK(has(status.out, "destroyed: 0 people, 0 months\n"));
  CHECK_FALSE(has(status.out, world.person));
}

TEST_CASE("every level is rotated, and everything opens afterwards") {
  const World world;
  const auto key_before = std::filesystem::file_size(world.key_file("people"));
  CHECK(key_before > 0);
  for (const char* level : {"master", "wraps", "data"}) {
    CAPTURE(level);
    const auto rotated = world.keys({"rotate", level});
    CHECK(rotated.err.empty());
    CHECK(rotated.code == 0);
    CHECK(world.invite({"--person", world.person}).code == 0);
    CHECK(world.fsck().code == 0);
  }
  CHECK(has(world.keys({"rotate", "wraps"}).out, "data keys: 2 rotated, 0 destroyed before"));
  CHECK(has(world.keys({"rotate", "data"}).out, "rows: 2 sealed again"));
  CHECK(world.keys({"rotate", "everything"}).code == 2);
  CHECK(world.keys({"rotate"}).code == 2);
}

TEST_CASE("a master key from elsewhere is rotated to the one that is named") {
  test::TemporaryFolder safe;
  const std::string old_key = write_key(safe.path() + "/old", '1');
  const std::string new_key = write_key(safe.path() + "/new", '2');
  World world({"--master-key", old_key});
  CHECK(world.keys({"rotate", "master"}).code == 2);
  const auto rotated = world.keys({"rotate", "master", "--new-master-key", new_key});
  CHECK(rotated.code == 0);
  CHECK(has(rotated.out, "sealed under the new master key"));
  CHECK(world.invite({"--person", world.person}).code == 1);
  world.more = {"--master-key", new_key};
  CHECK(world.invite({"--person", world.person}).code == 0);
  CHECK(has(world.keys({"status"}).out, "from " + new_key));
}

TEST_CASE("nothing is rotated or destroyed while the keys are in use") {
  const World world;
  const auto shelf = keyring::FileKeyShelf::open(world.data + "/keys");
  REQUIRE(shelf.has_value());
  CHECK(has(world.keys({"rotate", "wraps"}).err, "in use"));
  CHECK(has(world.keys({"rotate", "master"}).err, "in use"));
  CHECK(has(world.keys({"shred", "--person", world.person, "--destroy-for-ever"}).err, "in use"));
  CHECK(world.keys({"status"}).code == 0);
}

TEST_CASE("a key file that is missing keeps the server from starting, and is not made again") {
  const World world;
  for (const char* kind : {"people", "months"}) {
    CAPTURE(kind);
    const auto path = world.key_file(kind);
    const auto aside = world.folder.path() + "/aside";
    std::filesystem::rename(path, aside);
    const auto refused = world.invite({"--name", "Bo Vale", "--born", "1985-06-01"});
    CHECK(refused.code == 1);
    CHECK(has(refused.err, "missing from the keyring"));
    const auto served = world.with_data({"serve", "--www", kContent, "--port", "0"});
    CHECK(served.code == 1);
    CHECK(has(served.err, "missing from the keyring"));
    CHECK(world.keys({"status"}).code == 1);
    CHECK_FALSE(std::filesystem::exists(path));
    std::filesystem::rename(aside, path);
    CHECK(world.invite({"--person", world.person}).code == 0);
  }
}

TEST_CASE("a person is destroyed once that is confirmed, and the log tells of it") {
  const World world;
  const auto asked = world.keys({"shred", "--person", world.person});
  CHECK(asked.code == 2);
  CHECK(has(asked.out, "would be destroyed: 2 rows"));
  CHECK(has(asked.err, "--destroy-for-ever"));
  CHECK(world.invite({"--person", world.person}).code == 0);
  const auto done = world.keys({"shred", "--person", world.person, "--destroy-for-ever"});
  CHECK(done.err.empty());
  CHECK(done.code == 0);
  CHECK(has(done.out, "sayso/destruction-certificate/v1"));
  CHECK(has(done.out, world.person));
  CHECK(has(world.invite({"--person", world.person}).err, "nobody with this id"));
  const auto fsck = world.fsck();
  CHECK(fsck.code == 0);
  CHECK(has(fsck.out, "statements: 2"));
  CHECK(has(fsck.out, "destroyed: 2 rows, with a certificate"));
  CHECK(has(world.keys({"status"}).out, "destroyed: 1 people, 0 months"));
  CHECK(has(world.keys({"shred", "--person", world.person, "--destroy-for-ever"}).err,
            "nothing under that"));
}

TEST_CASE("what is to be destroyed has to make sense") {
  const World world;
  CHECK(world.keys({"shred"}).code == 2);
  CHECK(world.keys({"shred", "--class", "profile"}).code == 2);
  CHECK(world.keys({"shred", "--person", world.person, "--class", "everything"}).code == 2);
  CHECK(world.keys({"shred", "--month", "2031-13"}).code == 2);
  CHECK(world.keys({"shred", "--person", world.person, "--finish"}).code == 2);
  CHECK(has(world.keys({"shred", "--month", "2999-01"}).err, "not over"));
  CHECK(world.keys({"shred", "--finish"}).code == 0);
}

}  // namespace
}  // namespace sayso::cli
