#include "server/storage/sqlite/open.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include "server/storage/sqlite/schema.h"
#include "server/storage/sqlite/wal_check.h"

namespace sayso::storage {
namespace {

using Problem = tl::unexpected<OpenProblem>;

Problem problem(OpenError error, std::string detail) {
  return Problem(OpenProblem{error, std::move(detail)});
}

// What was made in the folder outlasts a loss of power.
bool sync_folder(const std::string& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return opened.number() >= 0 && fsync(opened.number()) == 0;
}

std::string folder_of(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

bool others_may_look(const struct stat& found) { return (found.st_mode & 077) != 0; }

Expected<void, OpenProblem> prepare_folder(const std::string& folder) {
  const bool is_new = mkdir(folder.c_str(), 0700) == 0;
  if (!is_new && errno != EEXIST)
    return problem(OpenError::Folder, folder + " cannot be made: " + std::strerror(errno));
  if (is_new && !sync_folder(folder_of(folder)))
    return problem(OpenError::Folder, folder + " cannot be synced: " + std::strerror(errno));
  struct stat found {};
  if (stat(folder.c_str(), &found) != 0 || !S_ISDIR(found.st_mode))
    return problem(OpenError::Folder, folder + " is not a folder");
  if (others_may_look(found))
    return problem(OpenError::Folder, folder + " is open to others than its owner: chmod 700");
  return {};
}

// SQLite would make the file with the process's umask; made beforehand, it and its WAL are the
// owner's alone. The folder is synced with the first commit: SQLite does so where it makes the WAL.
Expected<void, OpenProblem> prepare_file(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (file.number() < 0)
    return problem(OpenError::Folder, path + " cannot be opened: " + std::strerror(errno));
  struct stat found {};
  if (fstat(file.number(), &found) != 0 || others_may_look(found))
    return problem(OpenError::Folder, path + " is open to others than its owner: chmod 600");
  return {};
}

Expected<Descriptor, OpenProblem> lock_folder(const std::string& folder) {
  const std::string path = folder + "/lock";
  Descriptor lock(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (lock.number() < 0)
    return problem(OpenError::Folder, path + " cannot be opened: " + std::strerror(errno));
  if (flock(lock.number(), LOCK_EX | LOCK_NB) != 0)
    return problem(OpenError::Locked, "another server works on " + folder);
  return lock;
}

// secure_delete: what is removed is overwritten. temp_store: nothing spills into temporary files.
// cache_size: 16 MB hold the upper levels of a large table, through which each row is found.
constexpr const char* kSettings =
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"
    "PRAGMA foreign_keys=ON;"
    "PRAGMA temp_store=MEMORY;"
    "PRAGMA secure_delete=ON;"
    "PRAGMA trusted_schema=OFF;"
    "PRAGMA cell_size_check=ON;"
    "PRAGMA cache_size=-16384;";

Expected<std::unique_ptr<Connection>, OpenProblem> connect(const std::string& path,
                                                           const SqliteOptions& options) {
  std::string why;
  auto connection = Connection::open(path, options.on_fatal, why);
  if (!connection || !connection->try_run(kSettings, why))
    return problem(OpenError::Damaged, path + " cannot be read: " + why);
  return connection;
}

Expected<void, OpenProblem> check_whole(Connection& connection, const std::string& path) {
  std::string why;
  const auto answer = connection.try_ask("PRAGMA quick_check(1)", why);
  if (answer && *answer == "ok") return {};
  return problem(OpenError::Damaged, path + " is damaged: " + answer.value_or(why));
}

// Before SQLite reads it: what it cannot read it forgets. Twice, because a tool may be writing.
Expected<void, OpenProblem> check_log(const std::string& path) {
  const std::string log = path + "-wal";
  if (!find_wal_damage(log)) return {};
  const auto damage = find_wal_damage(log);
  if (!damage) return {};
  return problem(OpenError::Damaged,
                 log + " is damaged at frame " + std::to_string(damage->frame) + ": at least " +
                     std::to_string(damage->commits_lost) +
                     " commits behind it would be lost. Keep the folder as it is");
}

// A log that is shorter than its mark has lost what was acknowledged.
Expected<void, OpenProblem> compare(const std::string& path, std::uint64_t size,
                                    const LogMark& mark) {
  const auto marked = mark.read();
  if (!marked || size >= marked->value()) return {};
  return problem(OpenError::Damaged, path + " is damaged: the log has " + std::to_string(size) +
                                         " entries, and had " + std::to_string(marked->value()) +
                                         " that were acknowledged. Keep the folder as it is");
}

std::string uri_of(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      constexpr char kDigits[] = "0123456789ABCDEF";
      uri += {'%', kDigits[c >> 4], kDigits[c & 15]};
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

// Of the database alone, as if it had no write-ahead log; nothing is written, and nothing removed.
std::uint64_t size_without_log(const std::string& path) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(uri_of(path).c_str(), &opened,
                                   SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
  const std::unique_ptr<sqlite3, int (*)(sqlite3*)> handle(opened, sqlite3_close);
  std::uint64_t size = 0;
  const auto take = [](void* into, int, char** values, char**) {
    if (values[0] != nullptr)
      *static_cast<std::uint64_t*>(into) = std::strtoull(values[0], nullptr, 10);
    return 0;
  };
  constexpr const char* kAsk = "SELECT size FROM log_heads WHERE which = 1";
  if (code != SQLITE_OK || sqlite3_exec(handle.get(), kAsk, take, &size, nullptr) != SQLITE_OK)
    return 0;
  return size;
}

// The same, of what SQLite would take for an empty log and write over.
Expected<void, OpenProblem> check_header(const std::string& path, const LogMark& mark) {
  if (!has_broken_wal_header(path + "-wal")) return {};
  return compare(path + "-wal", size_without_log(path), mark);
}

Expected<void, OpenProblem> check_size(Connection& connection, const std::string& path,
                                       const LogMark& mark) {
  std::string why;
  const auto size = connection.try_ask("SELECT size FROM log_heads WHERE which = 1", why);
  return compare(path, size ? std::strtoull(size->c_str(), nullptr, 10) : 0, mark);
}

Expected<void, OpenProblem> bring_forward(Connection& connection, const std::string& path) {
  std::string why;
  switch (migrate(connection, why)) {
    case SchemaState::Current:
      return {};
    case SchemaState::Newer:
      return problem(OpenError::Newer, path + " was written by a newer version of this program");
    case SchemaState::Foreign:
      return problem(OpenError::Foreign, path + " belongs to another program");
    case SchemaState::Failed:
      break;
  }
  return problem(OpenError::Damaged, path + " could not be brought forward: " + why);
}

}  // namespace

std::string database_path(const std::string& folder) { return folder + "/sayso.sqlite"; }

Expected<OpenedFile, OpenProblem> open_file(const SqliteOptions& options) {
  const std::string path = database_path(options.folder);
  OpenedFile opened;
  if (auto ready = prepare_folder(options.folder); !ready) return failure(ready.error());
  opened.mark = LogMark::open(options.folder);
  if (!opened.mark)
    return problem(OpenError::Folder,
                   options.folder + "/log-mark cannot be opened: " + std::strerror(errno));
  if (options.opener == Opener::Server) {
    auto lock = lock_folder(options.folder);
    if (!lock) return failure(lock.error());
    opened.lock = std::move(*lock);
    if (auto whole = check_log(path); !whole) return failure(whole.error());
    if (auto whole = check_header(path, *opened.mark); !whole) return failure(whole.error());
  }
  if (auto ready = prepare_file(path); !ready) return failure(ready.error());
  auto writer = connect(path, options);
  if (!writer) return failure(writer.error());
  if (auto whole = check_whole(**writer, path); !whole) return failure(whole.error());
  if (auto current = bring_forward(**writer, path); !current) return failure(current.error());
  if (auto all = check_size(**writer, path, *opened.mark); !all) return failure(all.error());
  auto reader = connect(path, options);
  if (!reader) return failure(reader.error());
  opened.writer = std::move(*writer);
  opened.reader = std::move(*reader);
  return opened;
}

}  // namespace sayso::storage
