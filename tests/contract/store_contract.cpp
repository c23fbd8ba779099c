#include <doctest/doctest.h>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "server/storage/memory/memory_store.h"
#include "server/storage/sqlite/sqlite_store.h"
#include "tests/support/temporary_folder.h"

namespace sayso {
namespace {

using app::Commit;
using app::LogGrowth;
using app::LogHead;
using app::Revision;
using app::RowAddress;
using app::RowChange;
using app::Shelf;
using app::StoreError;

struct MemoryWorld {
  storage::MemoryStore kept;
  app::Store& store() { return kept; }
};

struct SqliteWorld {
  test::TemporaryFolder folder;
  std::unique_ptr<storage::SqliteStore> kept =
      std::move(*storage::SqliteStore::open({folder.path(), storage::Opener::Server}));
  app::Store& store() { return *kept; }
};

RowAddress address(std::uint8_t number, Shelf shelf = Shelf::Entries) {
  RowAddress made{shelf, {}};
  made.tag[0] = number;
  return made;
}

RowChange write(const RowAddress& where, std::uint64_t expected, Bytes sealed,
                std::int64_t keep_until_day = 0) {
  return {where, Revision(expected), std::move(sealed), keep_until_day};
}

RowChange removal(const RowAddress& where, std::uint64_t expected) {
  return {where, Revision(expected), std::nullopt, 0};
}

Commit rows(std::vector<RowChange> changes) {
  return {std::move(changes), std::nullopt, std::nullopt};
}

LogGrowth growth(std::uint64_t from, std::uint64_t to, std::vector<app::Tile> tiles = {}) {
  return {TreeSize(from), {TreeSize(to), "checkpoint " + std::to_string(to)}, std::move(tiles)};
}

bool is_conflict(const Expected<void, StoreError>& outcome) {
  return !outcome && outcome.error() == StoreError::Conflict;
}

}  // namespace

TEST_CASE_TEMPLATE("a store counts each commit once, and none that it refused", World, MemoryWorld,
                   SqliteWorld) {
  World world;
  app::Store& store = world.store();
  const auto before = store.commits_seen();
  REQUIRE(before.has_value());
  CHECK(store.commits_seen() == before);
  REQUIRE(store.commit(rows({write(address(1), 0, {1})})).has_value());
  CHECK(store.commits_seen() == *before + 1);
  CHECK(is_conflict(store.commit(rows({write(address(1), 0, {2})}))));
  CHECK(store.commits_seen() == *before + 1);
  REQUIRE(store.forget_before(10).has_value());
  CHECK(store.commits_seen() == *before + 2);
}

TEST_CASE("a store that another process writes to does not take its commits for one of its own") {
  SqliteWorld world;
  const auto other =
      std::move(*storage::SqliteStore::open({world.folder.path(), storage::Opener::Tool}));
  const auto before = world.store().commits_seen();
  REQUIRE(other->commit(rows({write(address(1), 0, {1})})).has_value());
  CHECK(*world.store().commits_seen() > *before + 1);
  const auto between = world.store().commits_seen();
  REQUIRE(other->commit(rows({write(address(2), 0, {1})})).has_value());
  REQUIRE(world.store().commit(rows({write(address(3), 0, {1})})).has_value());
  CHECK(*world.store().commits_seen() > *between + 1);
}

TEST_CASE_TEMPLATE("an empty store has nothing", World, MemoryWorld, SqliteWorld) {
  World world;
  CHECK_FALSE(world.store().find(address(1)).has_value());
  CHECK_FALSE(world.store().log_head().has_value());
  CHECK_FALSE(world.store().published_head().has_value());
  CHECK_FALSE(world.store().find_tile({0, 0}).has_value());
}

TEST_CASE_TEMPLATE("a row comes back as it was written, with its revision counted", World,
                   MemoryWorld, SqliteWorld) {
  World world;
  REQUIRE(world.store().commit(rows({write(address(1), 0, {7, 0, 9})})));
  REQUIRE(world.store().commit(rows({write(address(1), 1, {})})));
  const auto row = world.store().find(address(1));
  REQUIRE(row.has_value());
  CHECK(row->revision == Revision(2));
  CHECK(row->sealed.empty());
}

TEST_CASE_TEMPLATE("shelves are apart", World, MemoryWorld, SqliteWorld) {
  World world;
  REQUIRE(world.store().commit(rows({write(address(1, Shelf::Entries), 0, {1})})));
  CHECK_FALSE(world.store().find(address(1, Shelf::Records)).has_value());
}

TEST_CASE_TEMPLATE("a row that moved on refuses the whole commit", World, MemoryWorld,
                   SqliteWorld) {
  World world;
  REQUIRE(world.store().commit(rows({write(address(1), 0, {1})})));
  SUBCASE("made twice") {
    CHECK(is_conflict(
        world.store().commit(rows({write(address(2), 0, {2}), write(address(1), 0, {3})}))));
  }
  SUBCASE("written from an older revision") {
    REQUIRE(world.store().commit(rows({write(address(1), 1, {1})})));
    CHECK(is_conflict(
        world.store().commit(rows({write(address(2), 0, {2}), write(address(1), 1, {3})}))));
  }
  SUBCASE("removed from another revision") {
    CHECK(is_conflict(
        world.store().commit(rows({write(address(2), 0, {2}), removal(address(1), 4)}))));
  }
  SUBCASE("expected to be there") {
    CHECK(is_conflict(
        world.store().commit(rows({write(address(2), 0, {2}), write(address(3), 1, {3})}))));
  }
  SUBCASE("expected to be absent") {
    CHECK(is_conflict(
        world.store().commit(rows({write(address(2), 0, {2}), removal(address(1), 0)}))));
  }
  CHECK_FALSE(world.store().find(address(2)).has_value());
  CHECK(world.store().find(address(1))->sealed == Bytes{1});
}

TEST_CASE_TEMPLATE("a removed row is gone, and starts at revision 1 when it comes back", World,
                   MemoryWorld, SqliteWorld) {
  World world;
  REQUIRE(world.store().commit(rows({write(address(1), 0, {1})})));
  REQUIRE(world.store().commit(rows({write(address(1), 1, {2})})));
  REQUIRE(world.store().commit(rows({removal(address(1), 2)})));
  CHECK_FALSE(world.store().find(address(1)).has_value());
  REQUIRE(world.store().commit(rows({write(address(1), 0, {3})})));
  CHECK(world.store().find(address(1))->revision == Revision(1));
}

TEST_CASE_TEMPLATE("the log grows from the size that its writer saw, together with the rows", World,
                   MemoryWorld, SqliteWorld) {
  World world;
  Commit first{{write(address(1), 0, {1})},
               growth(0, 3, {{{0, 0}, Bytes(96, 5)}, {{app::kEntryBundle, 0}, Bytes(102, 6)}}),
               std::nullopt};
  REQUIRE(world.store().commit(first));
  CHECK(world.store().log_head()->size == TreeSize(3));
  CHECK(world.store().log_head()->checkpoint == "checkpoint 3");
  CHECK(world.store().find_tile({0, 0}) == Bytes(96, 5));
  CHECK(world.store().find_tile({app::kEntryBundle, 0}) == Bytes(102, 6));

  Commit stale{{write(address(2), 0, {1})}, growth(0, 4, {{{0, 0}, Bytes(128, 9)}}), std::nullopt};
  CHECK(is_conflict(world.store().commit(stale)));
  CHECK_FALSE(world.store().find(address(2)).has_value());
  CHECK(world.store().find_tile({0, 0}) == Bytes(96, 5));
  CHECK(world.store().log_head()->size == TreeSize(3));

  REQUIRE(world.store().commit({{}, growth(3, 4, {{{0, 0}, Bytes(128, 9)}}), std::nullopt}));
  CHECK(world.store().find_tile({0, 0}) == Bytes(128, 9));
}

TEST_CASE_TEMPLATE("the published head stays until another one is published", World, MemoryWorld,
                   SqliteWorld) {
  World world;
  REQUIRE(world.store().commit({{}, growth(0, 2), LogHead{TreeSize(2), "checkpoint 2"}}));
  REQUIRE(world.store().commit({{}, growth(2, 9), std::nullopt}));
  CHECK(world.store().published_head()->size == TreeSize(2));
  CHECK(world.store().log_head()->size == TreeSize(9));
}

TEST_CASE_TEMPLATE("rows of past days are forgotten, others stay", World, MemoryWorld,
                   SqliteWorld) {
  World world;
  REQUIRE(world.store().commit(rows({write(address(1), 0, {1}, 100), write(address(2), 0, {1}, 101),
                                     write(address(3), 0, {1}, 0)})));
  REQUIRE(world.store().forget_before(101));
  CHECK_FALSE(world.store().find(address(1)).has_value());
  CHECK(world.store().find(address(2)).has_value());
  CHECK(world.store().find(address(3)).has_value());
}

TEST_CASE_TEMPLATE("a shelf lists where its rows are, in the order of their tags", World,
                   MemoryWorld, SqliteWorld) {
  World world;
  REQUIRE(world.store().commit(rows({write(address(3), 0, {1}), write(address(1), 0, {1}),
                                     write(address(2, Shelf::Devices), 0, {1})})));
  CHECK(world.store().list(Shelf::Entries) == std::vector<RowAddress>{address(1), address(3)});
  CHECK(world.store().list(Shelf::Devices).size() == 1);
  CHECK(world.store().list(Shelf::Contacts).empty());
}

TEST_CASE_TEMPLATE("of writers who saw the same row, one wins", World, MemoryWorld, SqliteWorld) {
  World world;
  std::atomic<int> wins{0};
  std::vector<std::thread> writers;
  for (std::uint8_t number = 0; number < 8; ++number) {
    writers.emplace_back([&, number] {
      if (world.store().commit(rows({write(address(1), 0, {number})}))) ++wins;
    });
  }
  for (std::thread& writer : writers) writer.join();
  CHECK(wins == 1);
  CHECK(world.store().find(address(1))->revision == Revision(1));
}

}  // namespace sayso
