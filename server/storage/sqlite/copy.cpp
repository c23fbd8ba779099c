#include "server/storage/sqlite/copy.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "server/storage/sqlite/connection.h"
#include "server/storage/sqlite/open.h"
#include "server/storage/sqlite/sqlite_store.h"

namespace sayso::storage {
namespace {

using Done = Expected<void, std::string>;

struct Close {
  void operator()(sqlite3* handle) const { sqlite3_close(handle); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

// Made beforehand, so that nobody else can read what SQLite then writes into it.
Done make_empty(const std::string& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT)
    return failure(path + " cannot be removed: " + std::strerror(errno));
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (file.number() < 0) return failure(path + " cannot be made: " + std::strerror(errno));
  return {};
}

Expected<Handle, std::string> open_handle(const std::string& name, int flags) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  Handle opened(handle);
  if (code != SQLITE_OK) return failure(name + " cannot be opened: " + sqlite3_errstr(code));
  sqlite3_busy_timeout(handle, 5000);
  return opened;
}

// All pages in one step: in several, each commit in between would begin it anew.
Done copy_pages(sqlite3* from, sqlite3* to) {
  sqlite3_backup* backup = sqlite3_backup_init(to, "main", from, "main");
  if (backup == nullptr) return failure(std::string(sqlite3_errmsg(to)));
  const int code = sqlite3_backup_step(backup, -1);
  const int finished = sqlite3_backup_finish(backup);
  if (code != SQLITE_DONE) return failure(std::string(sqlite3_errstr(code)));
  if (finished != SQLITE_OK) return failure(std::string(sqlite3_errstr(finished)));
  return {};
}

// As SQLite wants it in a URI: everything that could mean something there is escaped.
std::string uri_of(const std::string& path) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      uri += '%';
      uri += kDigits[static_cast<unsigned char>(c) >> 4];
      uri += kDigits[static_cast<unsigned char>(c) & 15];
    } else {
      uri += c;
    }
  }
  // Nothing writes to it: so SQLite makes no files beside it.
  return uri + "?immutable=1";
}

std::optional<std::string> ask(sqlite3* handle, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  std::optional<std::string> answer;
  if (sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr) == SQLITE_OK &&
      sqlite3_step(statement) == SQLITE_ROW) {
    const unsigned char* text = sqlite3_column_text(statement, 0);
    if (text != nullptr) answer = reinterpret_cast<const char*>(text);
  }
  sqlite3_finalize(statement);
  return answer;
}

std::optional<app::LogHead> head_in(sqlite3* handle, const std::string& which) {
  const auto size = ask(handle, ("SELECT size FROM log_heads WHERE which = " + which).c_str());
  auto checkpoint =
      ask(handle, ("SELECT checkpoint FROM log_heads WHERE which = " + which).c_str());
  if (!size || !checkpoint) return std::nullopt;
  return app::LogHead{TreeSize(std::strtoull(size->c_str(), nullptr, 10)), std::move(*checkpoint)};
}

Expected<CopyFacts, std::string> inspect(const std::string& path) {
  const auto opened = open_handle(uri_of(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  if (!opened) return failure(opened.error());
  sqlite3* handle = opened->get();
  const auto whole = ask(handle, "PRAGMA quick_check(1)");
  if (!whole || *whole != "ok")
    return failure("the database is damaged: " + whole.value_or(sqlite3_errmsg(handle)));
  CopyFacts facts;
  facts.schema = std::atoi(ask(handle, "PRAGMA user_version").value_or("0").c_str());
  facts.newest = head_in(handle, "1");
  facts.published = head_in(handle, "2");
  return facts;
}

}  // namespace

Expected<CopyFacts, std::string> copy_database(const std::string& folder, const std::string& to) {
  if (auto made = make_empty(to); !made) return failure(made.error());
  {
    const auto source = open_handle(database_path(folder), SQLITE_OPEN_READWRITE);
    if (!source) return failure(source.error());
    // The last one to close would fold the write-ahead log into the file: not ours to do.
    (void)sqlite3_db_config(source->get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    const auto target = open_handle(to, SQLITE_OPEN_READWRITE);
    if (!target) return failure(target.error());
    (void)sqlite3_exec(target->get(), "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF", nullptr,
                       nullptr, nullptr);
    if (auto copied = copy_pages(source->get(), target->get()); !copied)
      return failure(database_path(folder) + " cannot be copied: " + copied.error());
  }
  return inspect(to);
}

}  // namespace sayso::storage
