// The versions of the database's schema, and the way from each to the next.
#pragma once

#include <string>

#include "server/storage/sqlite/connection.h"

namespace sayso::storage {

// What this build writes; stored as SQLite's user_version.
inline constexpr int kSchemaVersion = 1;
// "Says", stored as SQLite's application_id, so that another program's file is not taken for ours.
inline constexpr int kApplicationId = 0x53617973;

enum class SchemaState {
  Current,
  // Written by a newer version of the program: refused.
  Newer,
  // Another program's database: refused.
  Foreign,
  // A migration failed and was rolled back; `problem` says why.
  Failed,
};

// Brings the file forward to kSchemaVersion, each step in a transaction of its own. Never backward.
[[nodiscard]] SchemaState migrate(Connection& connection, std::string& problem);

}  // namespace sayso::storage
