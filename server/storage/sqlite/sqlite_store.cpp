#include "server/storage/sqlite/sqlite_store.h"

#include <algorithm>
#include <mutex>

#include "server/storage/sqlite/open.h"
#include "shared/base/check.h"

namespace sayso::storage {

using app::Commit;
using app::LogHead;
using app::Row;
using app::RowAddress;
using app::RowChange;
using app::StoreError;
using app::TileAddress;

namespace {

constexpr int kNewest = 1;
constexpr int kPublished = 2;

std::int64_t place_of(TileAddress address) {
  CHECK(address.level >= app::kEntryBundle && address.level < 64);
  CHECK(address.index < (std::uint64_t{1} << 48));
  return (std::int64_t{address.level} + 1) << 48 | static_cast<std::int64_t>(address.index);
}

// What keeps a step of a transaction from going on, as the caller is told.
Expected<void, StoreError> outcome_of(Step step) {
  if (step == Step::Busy || step == Step::Full) return failure(StoreError::Unavailable);
  return {};
}

struct Reader {
  explicit Reader(std::unique_ptr<Connection> opened) : connection(std::move(opened)) {}

  std::unique_ptr<Connection> connection;
  Statement row{*connection, "SELECT revision, sealed FROM rows WHERE shelf = ? AND tag = ?"};
  Statement tile{*connection, "SELECT bytes FROM tiles WHERE place = ?"};
  Statement tags{*connection, "SELECT tag FROM rows WHERE shelf = ? ORDER BY tag"};
  Statement head{*connection, "SELECT size, checkpoint FROM log_heads WHERE which = ?"};
  std::mutex mutex;

  std::optional<LogHead> find_head(int which) {
    const std::lock_guard lock(mutex);
    Statement::Use use(head);
    if (use.bind(1, which).step() != Step::Row) return std::nullopt;
    return LogHead{TreeSize(static_cast<std::uint64_t>(use.integer(0))), use.text(1)};
  }
};

struct Writer {
  explicit Writer(std::unique_ptr<Connection> opened) : connection(std::move(opened)) {}

  std::unique_ptr<Connection> connection;
  Statement insert{*connection,
                   "INSERT INTO rows (shelf, tag, revision, keep_until, sealed) "
                   "VALUES (?, ?, 1, ?, ?) ON CONFLICT DO NOTHING"};
  Statement update{*connection,
                   "UPDATE rows SET revision = revision + 1, keep_until = ?, sealed = ? "
                   "WHERE shelf = ? AND tag = ? AND revision = ?"};
  Statement remove{*connection, "DELETE FROM rows WHERE shelf = ? AND tag = ? AND revision = ?"};
  Statement exists{*connection, "SELECT 1 FROM rows WHERE shelf = ? AND tag = ?"};
  Statement size{*connection, "SELECT size FROM log_heads WHERE which = 1"};
  Statement put_tile{*connection,
                     "INSERT INTO tiles (place, bytes) VALUES (?, ?) "
                     "ON CONFLICT DO UPDATE SET bytes = excluded.bytes"};
  Statement put_head{*connection,
                     "INSERT INTO log_heads (which, size, checkpoint) VALUES (?, ?, ?) "
                     "ON CONFLICT DO UPDATE SET size = excluded.size, "
                     "checkpoint = excluded.checkpoint"};
  Statement forget{*connection, "DELETE FROM rows WHERE keep_until > 0 AND keep_until < ?"};
  // Changes when another connection has committed.
  Statement version{*connection, "PRAGMA data_version"};
  std::mutex mutex;
  std::int64_t version_seen = 0;
  std::uint64_t commits = 0;

  std::uint64_t count_commits();
  Step change(const RowChange& change);
  Expected<void, StoreError> apply(const RowChange& row_change);
  Expected<void, StoreError> apply(const app::LogGrowth& growth);
  Expected<void, StoreError> set_head(int which, const LogHead& head);
  Expected<void, StoreError> apply(const Commit& commit);

  template <class Work>
  Expected<void, StoreError> transact(const Work& work);
};

std::uint64_t Writer::count_commits() {
  const std::lock_guard lock(mutex);
  Statement::Use use(version);
  // Busy or not, a version that cannot be had is one that was not seen.
  const std::int64_t found = use.step() == Step::Row ? use.integer(0) : -1;
  if (found != version_seen || found < 0) commits += 2;
  version_seen = found;
  return commits;
}

Step Writer::change(const RowChange& row_change) {
  const auto shelf = static_cast<std::int64_t>(row_change.address.shelf);
  const auto revision = static_cast<std::int64_t>(row_change.expected.value());
  const ByteView tag(row_change.address.tag);
  if (!row_change.sealed) {
    Statement::Use use(remove);
    return use.bind(1, shelf).bind(2, tag).bind(3, revision).step();
  }
  const ByteView sealed(*row_change.sealed);
  if (revision == 0) {
    Statement::Use use(insert);
    return use.bind(1, shelf)
        .bind(2, tag)
        .bind(3, row_change.keep_until_day)
        .bind(4, sealed)
        .step();
  }
  Statement::Use use(update);
  use.bind(1, row_change.keep_until_day).bind(2, sealed).bind(3, shelf).bind(4, tag);
  return use.bind(5, revision).step();
}

Expected<void, StoreError> Writer::apply(const RowChange& row_change) {
  if (!row_change.sealed && row_change.expected == app::Revision{}) {
    // Removing what the caller saw absent: only its absence is checked.
    Statement::Use use(exists);
    const auto shelf = static_cast<std::int64_t>(row_change.address.shelf);
    const Step step = use.bind(1, shelf).bind(2, ByteView(row_change.address.tag)).step();
    if (step == Step::Row) return failure(StoreError::Conflict);
    return outcome_of(step);
  }
  const Step step = change(row_change);
  if (step != Step::Done) return outcome_of(step);
  if (connection->changes() != 1) return failure(StoreError::Conflict);
  return {};
}

Expected<void, StoreError> Writer::set_head(int which, const LogHead& head) {
  Statement::Use use(put_head);
  use.bind(1, which).bind(2, static_cast<std::int64_t>(head.size.value()));
  return outcome_of(use.bind(3, std::string_view(head.checkpoint)).step());
}

Expected<void, StoreError> Writer::apply(const app::LogGrowth& growth) {
  {
    Statement::Use use(size);
    const Step step = use.step();
    const std::int64_t found = step == Step::Row ? use.integer(0) : 0;
    if (static_cast<std::uint64_t>(found) != growth.expected.value())
      return failure(StoreError::Conflict);
  }
  for (const app::Tile& tile : growth.tiles) {
    Statement::Use use(put_tile);
    const Step step = use.bind(1, place_of(tile.address)).bind(2, ByteView(tile.bytes)).step();
    if (auto done = outcome_of(step); !done) return done;
  }
  return set_head(kNewest, growth.head);
}

Expected<void, StoreError> Writer::apply(const Commit& commit) {
  for (const RowChange& row_change : commit.rows) {
    if (auto done = apply(row_change); !done) return done;
  }
  if (commit.log) {
    if (auto done = apply(*commit.log); !done) return done;
  }
  if (commit.published) return set_head(kPublished, *commit.published);
  return {};
}

template <class Work>
Expected<void, StoreError> Writer::transact(const Work& work) {
  const std::lock_guard lock(mutex);
  if (auto begun = outcome_of(connection->run("BEGIN IMMEDIATE")); !begun) return begun;
  Expected<void, StoreError> done = work();
  if (done) done = outcome_of(connection->run("COMMIT"));
  // A full disk may have rolled back by itself.
  if (!done && sqlite3_get_autocommit(connection->handle()) == 0) connection->must_run("ROLLBACK");
  if (done) ++commits;
  return done;
}

}  // namespace

struct SqliteStore::Parts {
  explicit Parts(OpenedFile file)
      : lock(std::move(file.lock)),
        mark(std::move(*file.mark)),
        writer(std::move(file.writer)),
        reader(std::move(file.reader)) {}
  // Closed last: the lock covers the connections' whole life.
  Descriptor lock;
  LogMark mark;
  Writer writer;
  Reader reader;
};

SqliteStore::SqliteStore(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
SqliteStore::~SqliteStore() = default;

Expected<std::unique_ptr<SqliteStore>, OpenProblem> SqliteStore::open(SqliteOptions options) {
  auto file = open_file(options);
  if (!file) return failure(file.error());
  return std::unique_ptr<SqliteStore>(new SqliteStore(std::make_unique<Parts>(std::move(*file))));
}

std::optional<Row> SqliteStore::find(const RowAddress& address) const {
  Reader& reader = parts_->reader;
  const std::lock_guard lock(reader.mutex);
  Statement::Use use(reader.row);
  use.bind(1, static_cast<std::int64_t>(address.shelf)).bind(2, ByteView(address.tag));
  if (use.step() != Step::Row) return std::nullopt;
  return Row{app::Revision(static_cast<std::uint64_t>(use.integer(0))), use.bytes(1)};
}

std::optional<LogHead> SqliteStore::log_head() const { return parts_->reader.find_head(kNewest); }

std::optional<LogHead> SqliteStore::published_head() const {
  return parts_->reader.find_head(kPublished);
}

std::optional<Bytes> SqliteStore::find_tile(TileAddress address) const {
  Reader& reader = parts_->reader;
  const std::lock_guard lock(reader.mutex);
  Statement::Use use(reader.tile);
  if (use.bind(1, place_of(address)).step() != Step::Row) return std::nullopt;
  return use.bytes(0);
}

std::vector<RowAddress> SqliteStore::list(app::Shelf shelf) const {
  Reader& reader = parts_->reader;
  const std::lock_guard lock(reader.mutex);
  Statement::Use use(reader.tags);
  use.bind(1, static_cast<std::int64_t>(shelf));
  std::vector<RowAddress> addresses;
  while (use.step() == Step::Row) {
    const Bytes tag = use.bytes(0);
    RowAddress& address = addresses.emplace_back(RowAddress{shelf, {}});
    CHECK(tag.size() == address.tag.size());
    std::copy(tag.begin(), tag.end(), address.tag.begin());
  }
  return addresses;
}

Expected<void, StoreError> SqliteStore::commit(const Commit& commit) {
  Writer& writer = parts_->writer;
  auto done = writer.transact([&] { return writer.apply(commit); });
  if (done && commit.log) parts_->mark.write(commit.log->head.size);
  return done;
}

std::optional<std::uint64_t> SqliteStore::commits_seen() const {
  return parts_->writer.count_commits();
}

bool SqliteStore::limit_pages(std::int64_t pages) {
  Writer& writer = parts_->writer;
  const std::lock_guard lock(writer.mutex);
  std::string problem;
  const std::string sql = "PRAGMA max_page_count=" + std::to_string(pages);
  const auto answer = writer.connection->try_ask(sql.c_str(), problem);
  return answer && *answer == std::to_string(pages);
}

Expected<void, StoreError> SqliteStore::forget_before(std::int64_t today) {
  Writer& writer = parts_->writer;
  return writer.transact([&]() -> Expected<void, StoreError> {
    Statement::Use use(writer.forget);
    return outcome_of(use.bind(1, today).step());
  });
}

}  // namespace sayso::storage
