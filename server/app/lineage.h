// Whether a log goes on from what people have seen of it, and how one that lacks its newest entries
// gets them back: what a restore asks before it puts a backup into service.
//
// docs/decisions/restoring-without-a-fork.md
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/app/ports.h"
#include "shared/protocol/checkpoint.h"

namespace sayso::app {

// A checkpoint by the log's own key that left the council's hands.
struct Seen {
  protocol::Checkpoint checkpoint;
  // The signed note, with any cosignatures.
  std::string note;
  // Where it was found, for whoever operates the server.
  std::string where;
  // Everybody may have seen it; otherwise those alone to whom a receipt was given under it.
  bool is_public = true;
};

enum class Lineage {
  GoesOn,
  // Fewer entries than somebody has seen: growing from here would fork the log.
  Behind,
  // Other entries than somebody has seen: it is forked already.
  Differs,
};

struct LineageAnswer {
  Lineage lineage = Lineage::GoesOn;
  // By which it was decided; nothing for GoesOn.
  const Seen* by = nullptr;
};

// The root of the first `size` entries. Nothing when the store holds fewer, or lacks a tile.
[[nodiscard]] std::optional<Digest> find_root(const Store& store, TreeSize size);

// Differs is said before Behind.
[[nodiscard]] LineageAnswer compare_log(const Store& store, const std::vector<Seen>& seen);

// The public log as somebody kept it.
class LogCopy {
 public:
  virtual ~LogCopy() = default;
  // At least `width` units of the tile. Only bundles of entries are asked for.
  [[nodiscard]] virtual std::optional<Bytes> find_tile(TileAddress address, int width) const = 0;
};

enum class CompletionFault {
  Incomplete,   // the copy lacks entries
  Differs,      // the copy holds other entries than the store, or than the checkpoint is of
  Unavailable,  // the store could not be written
};

// Puts the entries between the store's newest and the checkpoint's back into the log as the copy
// has them, and makes the checkpoint the newest one. What stood behind these entries is not in the
// copy: nobody can open them any more but who holds their receipts.
[[nodiscard]] Expected<void, CompletionFault> complete_log(Store& store, const LogCopy& copy,
                                                           const Seen& newest);

// The public shall not be shown less than it was.
[[nodiscard]] Expected<void, StoreError> keep_published(Store& store,
                                                        const std::vector<Seen>& seen);

}  // namespace sayso::app
