#include "server/storage/sqlite/connection.h"

#include <cstdio>
#include <cstdlib>

#include "shared/base/check.h"

namespace sayso::storage {

void end_process(const std::string& what) {
  std::fprintf(stderr, "storage: %s; stopping, because what follows could not be trusted\n",
               what.c_str());
  std::abort();
}

Statement::Statement(Connection& connection, std::string_view sql) : connection_(connection) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(connection.handle(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  statement_.reset(statement);
  // Our own SQL on our own schema: only a bug or a damaged file can fail here.
  (void)connection.judge(code);
  CHECK(code == SQLITE_OK);
}

Statement::Use::~Use() {
  // The error, if any, was judged when the statement was stepped.
  (void)sqlite3_reset(statement_.statement_.get());
  (void)sqlite3_clear_bindings(statement_.statement_.get());
}

Statement::Use& Statement::Use::bind(int place, std::int64_t value) {
  CHECK(sqlite3_bind_int64(statement_.statement_.get(), place, value) == SQLITE_OK);
  return *this;
}

Statement::Use& Statement::Use::bind(int place, ByteView value) {
  // A null pointer would bind NULL, and an empty blob is not NULL.
  static constexpr std::uint8_t kNothing = 0;
  const void* data = value.empty() ? &kNothing : value.data();
  CHECK(sqlite3_bind_blob64(statement_.statement_.get(), place, data, value.size(),
                            SQLITE_STATIC) == SQLITE_OK);
  return *this;
}

Statement::Use& Statement::Use::bind(int place, std::string_view value) {
  CHECK(sqlite3_bind_text64(statement_.statement_.get(), place, value.data(), value.size(),
                            SQLITE_STATIC, SQLITE_UTF8) == SQLITE_OK);
  return *this;
}

Step Statement::Use::step() {
  return statement_.connection_.judge(sqlite3_step(statement_.statement_.get()));
}

std::int64_t Statement::Use::integer(int column) const {
  return sqlite3_column_int64(statement_.statement_.get(), column);
}

Bytes Statement::Use::bytes(int column) const {
  const auto* data =
      static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.statement_.get(), column));
  const auto size =
      static_cast<std::size_t>(sqlite3_column_bytes(statement_.statement_.get(), column));
  return size == 0 ? Bytes{} : Bytes(data, data + size);
}

std::string Statement::Use::text(int column) const {
  const Bytes raw = bytes(column);
  return std::string(as_text(raw));
}

std::unique_ptr<Connection> Connection::open(const std::string& path, FatalHandler fatal,
                                             std::string& problem) {
  std::unique_ptr<Connection> connection(new Connection);
  connection->fatal_ = std::move(fatal);
  sqlite3* handle = nullptr;
  const int code =
      sqlite3_open_v2(path.c_str(), &handle,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  connection->handle_.reset(handle);
  if (code != SQLITE_OK) {
    problem = sqlite3_errstr(code);
    return nullptr;
  }
  sqlite3_busy_timeout(handle, 5000);
  return connection;
}

Step Connection::judge(int code) const {
  switch (code & 0xff) {
    case SQLITE_OK:
    case SQLITE_DONE:
      return Step::Done;
    case SQLITE_ROW:
      return Step::Row;
    case SQLITE_BUSY:
      return Step::Busy;
    case SQLITE_FULL:
      return Step::Full;
    default:
      break;
  }
  fatal_("SQLite error " + std::to_string(code) + " (" + sqlite3_errstr(code) + ")");
  // A handler that returns would let the process go on.
  std::abort();
}

Step Connection::run(const char* sql) {
  return judge(sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr));
}

void Connection::must_run(const char* sql) { CHECK(run(sql) == Step::Done); }

bool Connection::try_run(const char* sql, std::string& problem) {
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (code == SQLITE_OK) return true;
  problem = sqlite3_errstr(code);
  return false;
}

std::optional<std::string> Connection::try_ask(const char* sql, std::string& problem) {
  sqlite3_stmt* statement = nullptr;
  int code = sqlite3_prepare_v2(handle_.get(), sql, -1, &statement, nullptr);
  std::optional<std::string> answer;
  if (code == SQLITE_OK) code = sqlite3_step(statement);
  if (code == SQLITE_ROW) {
    const unsigned char* text = sqlite3_column_text(statement, 0);
    answer = text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
  } else {
    problem = sqlite3_errstr(code);
  }
  sqlite3_finalize(statement);
  return answer;
}

}  // namespace sayso::storage
