// Whether a write-ahead log has lost what was synced once.
//
// SQLite reads the log up to the first frame that does not add up, as it has to after a loss of
// power, and says nothing about what stands behind. A commit is synced before the next is begun, so
// behind a frame that was lost with the power there is the end of one commit at the most. Where
// there are more, the frame was whole once, and commits that were acknowledged would go without a
// word.
//
// The format: https://sqlite.org/fileformat2.html, "The Write-Ahead Log".
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace sayso::storage {

struct WalDamage {
  std::uint64_t frame = 0;         // the first that does not add up, counted from 1
  std::uint64_t commits_lost = 0;  // that stand whole behind it, at least
};

// Nothing where the file is missing, empty or in order as far as SQLite goes. What has a header
// that does not add up is not looked at: nobody can say then which frames are of this log.
[[nodiscard]] std::optional<WalDamage> find_wal_damage(const std::string& path);

// Whether something stands there that SQLite takes for nothing, and would write over: a file whose
// header does not add up. That may be as it has to be (the power went while the log was begun anew)
// or the loss of all that stood in it; the file alone does not tell.
[[nodiscard]] bool has_broken_wal_header(const std::string& path);

}  // namespace sayso::storage
