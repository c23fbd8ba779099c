// A copy of a database that is in use: SQLite's backup interface, one moment of it, whole.
#pragma once

#include <optional>
#include <string>

#include "server/app/ports.h"
#include "shared/base/expected.h"

namespace sayso::storage {

struct CopyFacts {
  int schema = 0;
  std::optional<app::LogHead> newest;
  std::optional<app::LogHead> published;
};

// Copies the database of a data folder to the file `to`, made anew for its owner alone, and checks
// the copy with quick_check. Changes nothing in the folder, and works beside a server: what that
// commits meanwhile is in the copy entirely or not at all. The copy is not synced. The error is a
// sentence for whoever operates the server; `to` is then of no use.
[[nodiscard]] Expected<CopyFacts, std::string> copy_database(const std::string& folder,
                                                             const std::string& to);

}  // namespace sayso::storage
