// Version 1
//
//   rows       one sealed row each: shelf and tag say where (server/app/ports.h), revision counts
//   its writes, keep_until is
//              a day count or 0. WITHOUT ROWID keeps them in the order of their tags, which are
//              keyed hashes: the file does not say which rows were written one after the other.
//   tiles      place = (level + 1) · 2^48 + index, so that a tile is one lookup by rowid.
//   log_heads  1 the newest, 2 the published.
//
// A released version's steps never change: a new version adds a step.

#include "server/storage/sqlite/schema.h"

#include <array>

namespace sayso::storage {
namespace {

// Step i leads from version i to version i + 1.
constexpr std::array<const char*, kSchemaVersion> kSteps = {
    "CREATE TABLE rows ("
    "  shelf INTEGER NOT NULL,"
    "  tag BLOB NOT NULL CHECK (length(tag) = 32),"
    "  revision INTEGER NOT NULL CHECK (revision > 0),"
    "  keep_until INTEGER NOT NULL,"
    "  sealed BLOB NOT NULL,"
    "  PRIMARY KEY (shelf, tag)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX rows_by_day ON rows (keep_until) WHERE keep_until > 0;"
    "CREATE TABLE tiles (place INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;"
    "CREATE TABLE log_heads ("
    "  which INTEGER PRIMARY KEY CHECK (which IN (1, 2)),"
    "  size INTEGER NOT NULL CHECK (size > 0),"
    "  checkpoint TEXT NOT NULL"
    ") STRICT;"};

bool take_step(Connection& connection, int from, std::string& problem) {
  const std::string script = "BEGIN IMMEDIATE;" + std::string(kSteps[std::size_t(from)]) +
                             "PRAGMA user_version=" + std::to_string(from + 1) +
                             ";PRAGMA application_id=" + std::to_string(kApplicationId) +
                             ";COMMIT;";
  if (connection.try_run(script.c_str(), problem)) return true;
  std::string ignored;
  (void)connection.try_run("ROLLBACK", ignored);
  return false;
}

}  // namespace

SchemaState migrate(Connection& connection, std::string& problem) {
  const auto version_text = connection.try_ask("PRAGMA user_version", problem);
  const auto id_text = connection.try_ask("PRAGMA application_id", problem);
  const auto tables = connection.try_ask("SELECT count(*) FROM sqlite_master", problem);
  if (!version_text || !id_text || !tables) return SchemaState::Failed;
  const int version = std::atoi(version_text->c_str());
  const bool is_empty = version == 0 && *tables == "0";
  if (!is_empty && std::atoi(id_text->c_str()) != kApplicationId) return SchemaState::Foreign;
  if (version > kSchemaVersion) return SchemaState::Newer;
  for (int from = version; from < kSchemaVersion; ++from) {
    if (!take_step(connection, from, problem)) return SchemaState::Failed;
  }
  return SchemaState::Current;
}

}  // namespace sayso::storage
