// How far the log was when a commit was last answered, in a small file beside the database: so that
// a database which has lost what it had says so.
//
// SQLite takes a write-ahead log whose header does not add up, or that is gone, for none, and the
// database for what it was before. The mark is written when a commit is durable and never synced: a
// loss of power may leave an older one, or none, and it never says more than was durable.
//
//   size of the log (8, big-endian) ‖ its complement (8)
#pragma once

#include <optional>
#include <string>

#include "server/storage/sqlite/descriptor.h"
#include "shared/base/tagged.h"

namespace sayso::storage {

class LogMark {
 public:
  // Makes a missing file, for its owner alone. Nothing where that cannot be.
  [[nodiscard]] static std::optional<LogMark> open(const std::string& folder);

  // Nothing where none was written yet, or half of one.
  [[nodiscard]] std::optional<TreeSize> read() const;
  // One that cannot be written stays as it was, which is never wrong.
  void write(TreeSize size) const;

 private:
  explicit LogMark(Descriptor file) : file_(std::move(file)) {}

  Descriptor file_;
};

}  // namespace sayso::storage
