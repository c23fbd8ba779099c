// Every schema that was ever released is brought forward, and what it held is there.

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

#include "server/storage/sqlite/schema.h"
#include "server/storage/sqlite/sqlite_store.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/text_file.h"

namespace sayso::storage {
namespace {

using app::Shelf;

std::string fixture_of(int version) {
  return SAYSO_SOURCE_DIR "/tests/server/storage/sqlite/fixtures/schema-" +
         std::to_string(version) + ".sql";
}

std::unique_ptr<Connection> connect_to(const test::TemporaryFolder& folder) {
  const std::string path = database_path(folder.path());
  const int made = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  REQUIRE(made >= 0);
  ::close(made);
  std::string problem;
  auto connection = Connection::open(path, end_process, problem);
  REQUIRE(connection != nullptr);
  return connection;
}

void load_fixture(const test::TemporaryFolder& folder, int version) {
  std::string problem;
  const auto connection = connect_to(folder);
  const auto sql = test::read_text_file(fixture_of(version));
  REQUIRE(sql.has_value());
  if (!connection->try_run(sql->c_str(), problem)) FAIL(problem);
}

// Tables and indexes as they were declared, in an order of their own.
std::string declarations(const test::TemporaryFolder& folder) {
  std::string problem;
  const auto answer = connect_to(folder)->try_ask(
      "SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_master WHERE sql NOT NULL "
      "ORDER BY name)",
      problem);
  REQUIRE(answer.has_value());
  return *answer;
}

app::RowAddress address_of(Shelf shelf, std::uint8_t byte) {
  app::RowAddress address{shelf, {}};
  address.tag.fill(byte);
  return address;
}

Bytes sealed_of(std::uint8_t last) { return {0x5e, 0xa1, 0xed, last}; }

}  // namespace

TEST_CASE("there is a database of every released version") {
  for (int version = 1; version <= kSchemaVersion; ++version) {
    CAPTURE(version);
    CHECK(std::filesystem::exists(fixture_of(version)));
  }
}

TEST_CASE("a database of any released version is brought forward with all that it holds") {
  for (int version = 1; version <= kSchemaVersion; ++version) {
    CAPTURE(version);
    const test::TemporaryFolder folder;
    load_fixture(folder, version);
    const auto store = SqliteStore::open({folder.path()});
    if (!store) FAIL(store.error().detail);
    const auto first = (*store)->find(address_of(Shelf::Entries, 1));
    REQUIRE(first.has_value());
    CHECK(first->sealed == sealed_of(1));
    CHECK((*store)->find(address_of(Shelf::Entries, 2))->revision == app::Revision(7));
    CHECK((*store)->find(address_of(Shelf::Sessions, 1))->sealed == sealed_of(3));
    CHECK((*store)->list(Shelf::Entries).size() == 2);
    CHECK((*store)->find_tile({app::kEntryBundle, 0})->size() == 34);
    CHECK((*store)->find_tile({0, 0})->front() == 2);
    CHECK((*store)->find_tile({1, 0})->front() == 3);
    CHECK((*store)->log_head()->size == TreeSize(257));
    CHECK((*store)->log_head()->checkpoint == "council.example/log\n257\n");
    CHECK((*store)->published_head()->size == TreeSize(250));
    // And it works on: rows that have had their day go, a row that is known is written again.
    REQUIRE((*store)->forget_before(20'782).has_value());
    CHECK_FALSE((*store)->find(address_of(Shelf::Sessions, 1)).has_value());
    app::Commit commit;
    commit.rows.push_back({address_of(Shelf::Entries, 2), app::Revision(7), sealed_of(4), 0});
    CHECK((*store)->commit(commit).has_value());
  }
}

TEST_CASE("a database that was brought forward is declared as a new one is") {
  const test::TemporaryFolder fresh;
  REQUIRE(SqliteStore::open({fresh.path()}).has_value());
  for (int version = 1; version <= kSchemaVersion; ++version) {
    CAPTURE(version);
    const test::TemporaryFolder folder;
    load_fixture(folder, version);
    REQUIRE(SqliteStore::open({folder.path()}).has_value());
    CHECK(declarations(folder) == declarations(fresh));
  }
}

TEST_CASE("a step that fails leaves the database as it was") {
  const test::TemporaryFolder folder;
  std::string problem;
  const std::string ours = "PRAGMA application_id=" + std::to_string(kApplicationId);
  REQUIRE(connect_to(folder)->try_run(ours.c_str(), problem));
  // In the way of the step's second table.
  REQUIRE(connect_to(folder)->try_run("CREATE TABLE tiles (theirs)", problem));
  const auto opened = SqliteStore::open({folder.path()});
  REQUIRE_FALSE(opened.has_value());
  CHECK(opened.error().detail.find("could not be brought forward") != std::string::npos);
  CHECK(declarations(folder) == "CREATE TABLE tiles (theirs)");
  CHECK(connect_to(folder)->try_ask("PRAGMA user_version", problem) == "0");
}

}  // namespace sayso::storage
