#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "server/storage/sqlite/schema.h"
#include "server/storage/sqlite/sqlite_store.h"
#include "tests/support/temporary_folder.h"

namespace sayso::storage {
namespace {

app::Commit one_row(std::uint8_t number, std::size_t size_bytes = 100) {
  app::RowAddress address{app::Shelf::Entries, {}};
  address.tag[0] = number;
  return {{{address, app::Revision(0), Bytes(size_bytes, number), 0}}, std::nullopt, std::nullopt};
}

// The log grows from one size to another.
app::Commit log_of(std::uint64_t from, std::uint64_t to) {
  return {{}, app::LogGrowth{TreeSize(from), {TreeSize(to), "note"}, {}}, std::nullopt};
}

std::string file_in(const test::TemporaryFolder& folder) { return folder.path() + "/sayso.sqlite"; }

void run_sql(const std::string& path, const char* sql) {
  std::string problem;
  auto connection = Connection::open(path, end_process, problem);
  REQUIRE(connection != nullptr);
  REQUIRE(connection->try_run(sql, problem));
}

OpenError error_of(const test::TemporaryFolder& folder, Opener opener = Opener::Server) {
  const auto opened = SqliteStore::open({folder.path(), opener});
  REQUIRE_FALSE(opened.has_value());
  return opened.error().error;
}

}  // namespace

TEST_CASE("what was committed is there after a restart") {
  const test::TemporaryFolder folder;
  REQUIRE((*SqliteStore::open({folder.path()}))->commit(one_row(1)));
  const auto again = SqliteStore::open({folder.path()});
  CHECK((*again)->find(one_row(1).rows[0].address)->sealed == Bytes(100, 1));
}

TEST_CASE("the database and its write-ahead log are the owner's alone") {
  const test::TemporaryFolder folder;
  const auto store = SqliteStore::open({folder.path()});
  REQUIRE((*store)->commit(one_row(1)));
  for (const char* name : {"sayso.sqlite", "sayso.sqlite-wal", "sayso.sqlite-shm", "lock"}) {
    struct stat found {};
    REQUIRE(stat((folder.path() + "/" + name).c_str(), &found) == 0);
    CHECK((found.st_mode & 0777) == 0600);
  }
}

TEST_CASE("a folder or a database that others can read is refused") {
  const test::TemporaryFolder folder;
  REQUIRE(SqliteStore::open({folder.path()}).has_value());
  SUBCASE("the folder") { REQUIRE(chmod(folder.path().c_str(), 0755) == 0); }
  SUBCASE("the database") { REQUIRE(chmod(file_in(folder).c_str(), 0644) == 0); }
  CHECK(error_of(folder) == OpenError::Folder);
}

TEST_CASE("a second server on one folder is refused, a tool is not") {
  const test::TemporaryFolder folder;
  const auto server = SqliteStore::open({folder.path()});
  CHECK(error_of(folder) == OpenError::Locked);
  const auto tool = SqliteStore::open({folder.path(), Opener::Tool});
  REQUIRE(tool.has_value());
  REQUIRE((*tool)->commit(one_row(3)));
  CHECK((*server)->find(one_row(3).rows[0].address).has_value());
}

TEST_CASE("the lock is let go when the server ends") {
  const test::TemporaryFolder folder;
  { const auto server = SqliteStore::open({folder.path()}); }
  CHECK(SqliteStore::open({folder.path()}).has_value());
}

TEST_CASE("an older copy in the place of the database is refused, by a server and by a tool") {
  const test::TemporaryFolder folder;
  { REQUIRE((*SqliteStore::open({folder.path()}))->commit(log_of(0, 3))); }
  const std::string aside = folder.path() + "/aside";
  std::filesystem::copy_file(file_in(folder), aside);
  { REQUIRE((*SqliteStore::open({folder.path()}))->commit(log_of(3, 5))); }
  CHECK(SqliteStore::open({folder.path()}).has_value());
  std::filesystem::rename(aside, file_in(folder));
  CHECK(error_of(folder) == OpenError::Damaged);
  CHECK(error_of(folder, Opener::Tool) == OpenError::Damaged);
}

TEST_CASE("a file of a newer version is refused and left as it is") {
  const test::TemporaryFolder folder;
  REQUIRE(SqliteStore::open({folder.path()}).has_value());
  const std::string newer = "PRAGMA user_version=" + std::to_string(kSchemaVersion + 1);
  run_sql(file_in(folder), newer.c_str());
  CHECK(error_of(folder) == OpenError::Newer);
}

TEST_CASE("another program's database is refused") {
  const test::TemporaryFolder folder;
  std::ofstream(file_in(folder)).flush();
  REQUIRE(chmod(file_in(folder).c_str(), 0600) == 0);
  run_sql(file_in(folder), "CREATE TABLE theirs (x); PRAGMA application_id=77");
  CHECK(error_of(folder) == OpenError::Foreign);
}

TEST_CASE("a damaged page is found at the start") {
  const test::TemporaryFolder folder;
  {
    const auto store = SqliteStore::open({folder.path()});
    for (std::uint8_t number = 0; number < 40; ++number)
      REQUIRE((*store)->commit(one_row(number, 3000)));
  }
  const std::string path = file_in(folder);
  const std::streamoff size = std::ifstream(path, std::ios::ate).tellg();
  REQUIRE(size > 40'000);
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  // Every page but the first.
  for (std::streamoff at = 4096; at < size; at += 4096) {
    file.seekp(at);
    file.write("\xff\xff\xff\xff\xff\xff\xff\xff", 8);
  }
  file.close();
  CHECK(error_of(folder) == OpenError::Damaged);
}

TEST_CASE("a file that is no database is refused") {
  const test::TemporaryFolder folder;
  std::ofstream(file_in(folder)) << std::string(5000, 'x');
  REQUIRE(chmod(file_in(folder).c_str(), 0600) == 0);
  CHECK(error_of(folder) == OpenError::Damaged);
}

TEST_CASE("a full disk refuses the commit and leaves the store usable") {
  const test::TemporaryFolder folder;
  auto store = SqliteStore::open({folder.path()});
  REQUIRE((*store)->commit(one_row(1)));
  REQUIRE((*store)->limit_pages(40));
  const auto refused = (*store)->commit(one_row(2, 1'000'000));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error() == app::StoreError::Unavailable);
  CHECK_FALSE((*store)->find(one_row(2).rows[0].address).has_value());
  CHECK((*store)->commit(one_row(3)).has_value());
}

}  // namespace sayso::storage
