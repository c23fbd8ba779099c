// The log's own half of the check: checkpoints, tiles, bundles, roots. Inside of fsck only.
#pragma once

#include <map>
#include <optional>

#include "server/app/fsck.h"
#include "shared/merkle/tiles.h"
#include "shared/protocol/checkpoint.h"
#include "shared/protocol/leaf.h"

namespace sayso::app {

class Findings {
 public:
  explicit Findings(FsckReport& report) : report_(report) {}
  void add(std::string where, std::string what);

 private:
  FsckReport& report_;
};

class FsckTree final : private merkle::TileReader {
 public:
  FsckTree(const FsckScope& scope, FsckReport& report, Findings& findings);

  void check();

  [[nodiscard]] TreeSize size() const { return head_ ? head_->size : TreeSize{}; }
  // Nothing where the tiles do not hold that many entries.
  [[nodiscard]] std::optional<Digest> root_at(TreeSize size) const;
  [[nodiscard]] std::optional<protocol::LeafData> leaf_at(EntryIndex index) const;
  // Whether a server entered something since the check began.
  [[nodiscard]] bool has_grown() const;

 private:
  [[nodiscard]] Bytes read(merkle::TileAddress tile) const override;
  std::optional<protocol::Checkpoint> check_head(const std::string& where,
                                                 const std::optional<LogHead>& head);
  void check_published();
  void check_tiles(int level);
  void check_tile(TileAddress address, int width);
  void check_against_bundle(TileAddress address, ByteView hashes);
  void check_against_tiles_below(TileAddress address, ByteView hashes);

  const FsckScope& scope_;
  FsckReport& report_;
  Findings& findings_;
  std::optional<LogHead> head_;
  // False when a tile is missing or short: then no root can be computed.
  bool is_complete_ = true;
  mutable std::map<TreeSize, Digest> roots_;
};

}  // namespace sayso::app
