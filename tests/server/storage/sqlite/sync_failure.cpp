// SQLite goes on after a failed sync, and what it then calls committed may be lost: so the process
// has to end there.

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <stdexcept>

#include "server/storage/sqlite/sqlite_store.h"
#include "tests/support/temporary_folder.h"

namespace sayso::storage {
namespace {

// SQLite's own functions, and ours in front of them: the database locks and shares memory, the
// files beside it do not.
struct Methods {
  const sqlite3_io_methods* real = nullptr;
  sqlite3_io_methods faulty{};
};

// The default VFS with syncs and writes that can be made to fail.
struct FaultyDisk {
  static inline bool fails_sync = false;
  static inline bool fails_write = false;
  static inline Methods database;
  static inline Methods beside;
  static inline sqlite3_vfs vfs{};
  static inline sqlite3_vfs* real_vfs = nullptr;

  static const sqlite3_io_methods& real(sqlite3_file* file) {
    return file->pMethods == &database.faulty ? *database.real : *beside.real;
  }
  static int sync(sqlite3_file* file, int flags) {
    return fails_sync ? SQLITE_IOERR_FSYNC : real(file).xSync(file, flags);
  }
  static int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
    return fails_write ? SQLITE_IOERR_WRITE : real(file).xWrite(file, data, size, offset);
  }
  static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    const int code = real_vfs->xOpen(real_vfs, name, file, flags, out_flags);
    if (code != SQLITE_OK || file->pMethods == nullptr) return code;
    Methods& methods = (flags & SQLITE_OPEN_MAIN_DB) != 0 ? database : beside;
    methods.real = file->pMethods;
    methods.faulty = *file->pMethods;
    methods.faulty.xSync = sync;
    methods.faulty.xWrite = write;
    file->pMethods = &methods.faulty;
    return code;
  }

  FaultyDisk() {
    real_vfs = sqlite3_vfs_find(nullptr);
    vfs = *real_vfs;
    vfs.zName = "faulty";
    vfs.pNext = nullptr;
    vfs.xOpen = open;
    REQUIRE(sqlite3_vfs_register(&vfs, 1) == SQLITE_OK);
  }
  ~FaultyDisk() {
    fails_sync = false;
    fails_write = false;
    sqlite3_vfs_unregister(&vfs);
    sqlite3_vfs_register(real_vfs, 1);
  }
};

// Stands for the end of the process.
struct Ended : std::runtime_error {
  using std::runtime_error::runtime_error;
};

void end_test(const std::string& what) { throw Ended(what); }

app::Commit one_row(std::uint8_t number) {
  app::RowAddress address{app::Shelf::Entries, {}};
  address.tag[0] = number;
  return {{{address, app::Revision(0), Bytes(100, number), 0}}, std::nullopt, std::nullopt};
}

}  // namespace

TEST_CASE("a failed sync or write ends the process, and what was acknowledged before is there") {
  const test::TemporaryFolder folder;
  {
    FaultyDisk disk;
    auto store = SqliteStore::open({folder.path(), Opener::Server, end_test});
    if (!store) FAIL(store.error().detail);
    REQUIRE((*store)->commit(one_row(1)));
    SUBCASE("sync") { FaultyDisk::fails_sync = true; }
    SUBCASE("write") { FaultyDisk::fails_write = true; }
    CHECK_THROWS_AS((void)(*store)->commit(one_row(2)), Ended);
    // As the end of the process would: nothing is written any more on the way out.
    FaultyDisk::fails_write = true;
    FaultyDisk::fails_sync = true;
    store->reset();
  }
  const auto again = SqliteStore::open({folder.path()});
  REQUIRE(again.has_value());
  CHECK((*again)->find(one_row(1).rows[0].address).has_value());
}

}  // namespace sayso::storage
