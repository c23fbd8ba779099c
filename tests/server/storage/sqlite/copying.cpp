// A copy of a database in use is one moment of it, and taking it changes nothing.

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "server/storage/sqlite/copy.h"
#include "server/storage/sqlite/sqlite_store.h"
#include "tests/support/temporary_folder.h"

namespace sayso::storage {
namespace {

app::RowAddress address_of(std::uint8_t number) {
  app::RowAddress address{app::Shelf::Entries, {}};
  address.tag[0] = number;
  return address;
}

// All rows in one commit, so that they always have the same revision.
app::Commit all_rows(std::uint64_t revision) {
  app::Commit commit;
  for (std::uint8_t number = 0; number < 20; ++number)
    commit.rows.push_back({address_of(number), app::Revision(revision), Bytes(3000, number), 0});
  commit.log = app::LogGrowth{TreeSize(revision), {TreeSize(revision + 1), "note"}, {}};
  return commit;
}

std::string whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a copy taken while somebody writes is one moment: each commit whole, or not in it") {
  const test::TemporaryFolder folder;
  const test::TemporaryFolder copies;
  const auto store = SqliteStore::open({folder.path()});
  REQUIRE((*store)->commit(all_rows(0)).has_value());
  std::atomic<std::uint64_t> revision{1};
  std::atomic<bool> stop{false};
  std::thread writer([&] {
    while (!stop && (*store)->commit(all_rows(revision))) ++revision;
  });
  for (int i = 0; i < 8; ++i) {
    // Something is written between any two copies.
    for (const auto seen = revision.load(); revision == seen;) std::this_thread::yield();
    const auto least = revision.load();
    const auto facts = copy_database(folder.path(), database_path(copies.path()));
    const auto most = revision.load() + 1;
    if (!facts) FAIL_CHECK(facts.error());
    const auto copy = SqliteStore::open({copies.path()});
    const auto first = (*copy)->find(address_of(0))->revision;
    CHECK(first.value() >= least);
    CHECK(first.value() <= most);
    for (std::uint8_t number = 1; number < 20; ++number)
      CHECK((*copy)->find(address_of(number))->revision == first);
    CHECK(facts->newest->size == TreeSize(first.value()));
    CHECK_FALSE(facts->published.has_value());
  }
  stop = true;
  writer.join();
}

TEST_CASE("a folder is left as it is by a copy, its write-ahead log too") {
  const test::TemporaryFolder folder;
  const test::TemporaryFolder kept;
  {
    const auto store = SqliteStore::open({folder.path()});
    REQUIRE((*store)->commit(all_rows(0)).has_value());
    // As a process leaves it that was killed.
    std::filesystem::copy(folder.path(), kept.path() + "/data");
    std::filesystem::permissions(kept.path() + "/data", std::filesystem::perms::owner_all);
  }
  const std::string database = database_path(kept.path() + "/data");
  const std::string before = whole(database);
  const std::string log_before = whole(database + "-wal");
  REQUIRE_FALSE(log_before.empty());
  const std::string copy = kept.path() + "/copy";
  const auto facts = copy_database(kept.path() + "/data", copy);
  REQUIRE(facts.has_value());
  CHECK(facts->newest->size == TreeSize(1));
  CHECK(whole(database) == before);
  CHECK(whole(database + "-wal") == log_before);
  struct stat found {};
  REQUIRE(stat(copy.c_str(), &found) == 0);
  CHECK((found.st_mode & 0777) == 0600);
}

TEST_CASE("a damaged database is not taken for a backup") {
  const test::TemporaryFolder folder;
  {
    const auto store = SqliteStore::open({folder.path()});
    REQUIRE((*store)->commit(all_rows(0)).has_value());
  }
  const std::string path = database_path(folder.path());
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  for (std::streamoff at = 4096; at < 60'000; at += 4096) {
    file.seekp(at);
    file.write("\xff\xff\xff\xff\xff\xff\xff\xff", 8);
  }
  file.close();
  const auto facts = copy_database(folder.path(), folder.path() + "/copy");
  REQUIRE_FALSE(facts.has_value());
  CHECK(facts.error().find("damaged") != std::string::npos);
}

}  // namespace sayso::storage
