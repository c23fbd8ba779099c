// One SQLite connection and its prepared statements, with the rule for errors: what is not expected
// ends the process.
//
// Not thread-safe: whoever owns a connection guards it.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"

namespace sayso::storage {

// What happens on an error after which nothing may go on (a failed sync, a damaged page). Does not
// return.
using FatalHandler = std::function<void(const std::string& what)>;

// Writes one line to standard error and aborts, without running destructors that might write.
void end_process(const std::string& what);

enum class Step { Row, Done, Busy, Full };

class Connection;

// Bind from 1, step, read columns from 0, and reset when it goes out of use: one Use per execution.
class Statement {
 public:
  Statement(Connection& connection, std::string_view sql);

  class Use {
   public:
    explicit Use(Statement& statement) : statement_(statement) {}
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    ~Use();

    Use& bind(int place, std::int64_t value);
    // The bytes outlive the use.
    Use& bind(int place, ByteView value);
    Use& bind(int place, std::string_view value);
    [[nodiscard]] Step step();
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] Bytes bytes(int column) const;
    [[nodiscard]] std::string text(int column) const;

   private:
    Statement& statement_;
  };

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  Connection& connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Connection {
 public:
  // Nothing when SQLite cannot open the file; `problem` then says why.
  [[nodiscard]] static std::unique_ptr<Connection> open(const std::string& path, FatalHandler fatal,
                                                        std::string& problem);

  // Runs SQL without results. Busy and Full come back, everything else that fails is fatal.
  [[nodiscard]] Step run(const char* sql);
  // As run(), for SQL that has no business failing.
  void must_run(const char* sql);
  // As run(), but any failure is an answer: for looking at a file that may be damaged.
  [[nodiscard]] bool try_run(const char* sql, std::string& problem);
  // The first column of the first row.
  [[nodiscard]] std::optional<std::string> try_ask(const char* sql, std::string& problem);

  // Rows that the last statement changed.
  [[nodiscard]] int changes() const { return sqlite3_changes(handle_.get()); }
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
  // Sorts SQLite's result codes into what callers deal with; calls the fatal handler for the rest.
  [[nodiscard]] Step judge(int code) const;

 private:
  Connection() = default;
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close(handle); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
  FatalHandler fatal_;
};

}  // namespace sayso::storage
