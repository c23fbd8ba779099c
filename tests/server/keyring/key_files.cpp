#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "server/keyring/file_key_shelf.h"
#include "server/keyring/layered_keyring.h"
#include "server/keyring/master_key.h"
#include "server/keyring/memory_key_shelf.h"
#include "server/system/system.h"
#include "tests/support/temporary_folder.h"

namespace sayso::keyring {
namespace {

mode_t mode_of(const std::string& path) {
  struct stat found {};
  REQUIRE(stat(path.c_str(), &found) == 0);
  return found.st_mode & 0777;
}

std::string write_file(const std::string& path, const std::string& text, mode_t mode) {
  std::ofstream(path) << text;
  REQUIRE(chmod(path.c_str(), mode) == 0);
  return path;
}

const std::string kHexKey(64, 'a');

}  // namespace

TEST_CASE("keys are files that only their owner can read") {
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/keyring";
  auto shelf = FileKeyShelf::open(path);
  REQUIRE(shelf.has_value());
  (void)(*shelf)->store_once("people/ab12", Bytes(32, 1));
  CHECK(mode_of(path) == 0700);
  CHECK(mode_of(path + "/people") == 0700);
  CHECK(mode_of(path + "/people/ab12.key") == 0600);
}

TEST_CASE("a folder or a key that others can read is refused") {
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/keyring";
  (void)(*FileKeyShelf::open(path))->store_once("log", Bytes(32, 1));
  SUBCASE("the folder") { REQUIRE(chmod(path.c_str(), 0750) == 0); }
  SUBCASE("a key") { REQUIRE(chmod((path + "/log.key").c_str(), 0640) == 0); }
  const auto opened = FileKeyShelf::open(path);
  REQUIRE_FALSE(opened.has_value());
  CHECK(opened.error().detail.find("chmod") != std::string::npos);
}

TEST_CASE("a key whose mode became looser after the start is not read") {
  const test::TemporaryFolder folder;
  auto shelf = FileKeyShelf::open(folder.path() + "/keyring");
  (void)(*shelf)->store_once("log", Bytes(32, 1));
  REQUIRE(chmod((folder.path() + "/keyring/log.key").c_str(), 0604) == 0);
  CHECK_FALSE((*shelf)->load("log").has_value());
}

TEST_CASE("a master key comes from a file of 64 hexadecimal digits with mode 0600") {
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/master";
  SUBCASE("as it should be") {
    const auto key = load_key_file(write_file(path, kHexKey + "\n", 0600));
    REQUIRE(key.has_value());
    CHECK((*key)[31] == 0xaa);
  }
  SUBCASE("readable by a group") {
    CHECK_FALSE(load_key_file(write_file(path, kHexKey, 0640)).has_value());
  }
  SUBCASE("too short") {
    CHECK_FALSE(load_key_file(write_file(path, kHexKey.substr(2), 0600)).has_value());
  }
  SUBCASE("no key at all") { CHECK_FALSE(load_key_file(write_file(path, "", 0600)).has_value()); }
  SUBCASE("not there") { CHECK_FALSE(load_key_file(path).has_value()); }
}

TEST_CASE("a master key is made at the first start alone") {
  MemoryKeyShelf shelf;
  system::SystemRandom random;
  CHECK_FALSE(load_master_key({}, shelf, random, Start::WithData).has_value());
  const auto made = load_master_key({}, shelf, random, Start::First);
  REQUIRE(made.has_value());
  CHECK(load_master_key({}, shelf, random, Start::WithData) == *made);
}

TEST_CASE("a master key comes from a credential that systemd lays out for the service") {
  const test::TemporaryFolder folder;
  MemoryKeyShelf shelf;
  system::SystemRandom random;
  const MasterKeySource source{"credential:master-key", ""};
  REQUIRE(unsetenv("CREDENTIALS_DIRECTORY") == 0);
  CHECK_FALSE(load_master_key(source, shelf, random, Start::First).has_value());
  REQUIRE(setenv("CREDENTIALS_DIRECTORY", folder.path().c_str(), 1) == 0);
  SUBCASE("let in by an access list") {
    (void)write_file(folder.path() + "/master-key", kHexKey, 0440);
    CHECK(load_master_key(source, shelf, random, Start::First).has_value());
  }
  SUBCASE("open to everybody") {
    (void)write_file(folder.path() + "/master-key", kHexKey, 0444);
    CHECK_FALSE(load_master_key(source, shelf, random, Start::First).has_value());
  }
  SUBCASE("somewhere else") {
    const MasterKeySource elsewhere{"credential:../x", ""};
    CHECK_FALSE(load_master_key(elsewhere, shelf, random, Start::First).has_value());
  }
  REQUIRE(unsetenv("CREDENTIALS_DIRECTORY") == 0);
}

TEST_CASE("a master key comes from what a command prints") {
  MemoryKeyShelf shelf;
  system::SystemRandom random;
  const auto load = [&](const std::string& command) {
    return load_master_key({"", command}, shelf, random, Start::First);
  };
  const auto key = load("printf " + kHexKey + "\\n");
  REQUIRE(key.has_value());
  CHECK((*key)[0] == 0xaa);
  CHECK_FALSE(load("printf abc").has_value());
  CHECK_FALSE(load("false").has_value());
  CHECK_FALSE(load("/nonexistent/program").has_value());
  // No shell: nothing is expanded or chained.
  CHECK_FALSE(load("false ; printf " + kHexKey).has_value());
}

TEST_CASE("a keyring that is being changed is had alone") {
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/keyring";
  auto server = FileKeyShelf::open(path);
  REQUIRE(server.has_value());
  CHECK(FileKeyShelf::open(path).has_value());
  CHECK_FALSE(FileKeyShelf::open(path, ShelfUse::Alone).has_value());
  server->reset();
  const auto changer = FileKeyShelf::open(path, ShelfUse::Alone);
  REQUIRE(changer.has_value());
  CHECK_FALSE(FileKeyShelf::open(path).has_value());
}

TEST_CASE("no key but the master's and the log's lies on the shelf unwrapped") {
  MemoryKeyShelf shelf;
  system::SystemRandom random;
  const crypto::SecretKey master{5};
  REQUIRE(LayeredKeyring::open(shelf, master, random, Start::First).has_value());
  for (const char* name : {"index", "pepper", "desk"}) CHECK(shelf.load(name)->size() > 32);
  CHECK(shelf.load("log")->size() == 32);
}

}  // namespace sayso::keyring
