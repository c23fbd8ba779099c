// The store in one SQLite file: write-ahead log, synced at every commit, refused when damaged.
//
// Safe from any thread: one connection writes, one reads, each behind a mutex.
#pragma once

#include <memory>
#include <string>

#include "server/app/ports.h"
#include "server/storage/sqlite/connection.h"

namespace sayso::storage {

// The one file in a data folder that everything stands on.
[[nodiscard]] std::string database_path(const std::string& folder);

// Who opens the store. Two servers on one folder are refused; a tool may work beside a server, and
// both commit safely.
enum class Opener { Server, Tool };

// Makes a missing file, and its folder, for their owner alone; what is there must not be readable
// by others.
struct SqliteOptions {
  // The data folder; the file in it is `sayso.sqlite`.
  std::string folder;
  Opener opener = Opener::Server;
  FatalHandler on_fatal = end_process;
};

enum class OpenError {
  Folder,   // cannot be made, or others can read it
  Locked,   // another server works on this folder
  Damaged,  // quick_check found something, or SQLite cannot read the file
  Newer,    // written by a newer version of the program
  Foreign,  // not ours
};

struct OpenProblem {
  OpenError error = OpenError::Folder;
  // For the person who operates the server; names no one.
  std::string detail;
};

class SqliteStore final : public app::Store {
 public:
  [[nodiscard]] static Expected<std::unique_ptr<SqliteStore>, OpenProblem> open(
      SqliteOptions options);
  ~SqliteStore() override;

  [[nodiscard]] std::optional<app::Row> find(const app::RowAddress& address) const override;
  [[nodiscard]] std::optional<app::LogHead> log_head() const override;
  [[nodiscard]] std::optional<app::LogHead> published_head() const override;
  [[nodiscard]] std::optional<Bytes> find_tile(app::TileAddress address) const override;
  [[nodiscard]] std::vector<app::RowAddress> list(app::Shelf shelf) const override;
  [[nodiscard]] Expected<void, app::StoreError> commit(const app::Commit& commit) override;
  [[nodiscard]] std::optional<std::uint64_t> commits_seen() const override;
  [[nodiscard]] Expected<void, app::StoreError> forget_before(std::int64_t today) override;

  // Caps the database's size, as a quota: a commit past it is StoreError::Unavailable. False when
  // it is larger already.
  [[nodiscard]] bool limit_pages(std::int64_t pages);

 private:
  struct Parts;
  explicit SqliteStore(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace sayso::storage
