// Opening a data folder: permissions, the lock between servers, settings, the check for damage,
// migrations.
#pragma once

#include <memory>
#include <optional>

#include "server/storage/sqlite/descriptor.h"
#include "server/storage/sqlite/log_mark.h"
#include "server/storage/sqlite/sqlite_store.h"

namespace sayso::storage {

struct OpenedFile {
  Descriptor lock;
  std::optional<LogMark> mark;
  std::unique_ptr<Connection> writer;
  std::unique_ptr<Connection> reader;
};

[[nodiscard]] Expected<OpenedFile, OpenProblem> open_file(const SqliteOptions& options);

}  // namespace sayso::storage
