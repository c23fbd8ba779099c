#include "server/storage/sqlite/open.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
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

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() {
  if (number_ >= 0) (void)close(number_);
}

std::string database_path(const std::string& folder) { return folder + "/sayso.sqlite"; }

Expected<OpenedFile, OpenProblem> open_file(const SqliteOptions& options) {
  const std::string path = database_path(options.folder);
  OpenedFile opened;
  if (auto ready = prepare_folder(options.folder); !ready) return failure(ready.error());
  if (options.opener == Opener::Server) {
    auto lock = lock_folder(options.folder);
    if (!lock) return failure(lock.error());
    opened.lock = std::move(*lock);
    if (auto whole = check_log(path); !whole) return failure(whole.error());
  }
  if (auto ready = prepare_file(path); !ready) return failure(ready.error());
  auto writer = connect(path, options);
  if (!writer) return failure(writer.error());
  if (auto whole = check_whole(**writer, path); !whole) return failure(whole.error());
  if (auto current = bring_forward(**writer, path); !current) return failure(current.error());
  auto reader = connect(path, options);
  if (!reader) return failure(reader.error());
  opened.writer = std::move(*writer);
  opened.reader = std::move(*reader);
  return opened;
}

}  // namespace sayso::storage
