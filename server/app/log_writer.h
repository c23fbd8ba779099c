// Grows the log's tree: from leaves to tiles, a signed checkpoint, and inclusion proofs under it.
//
// Lives on the sequencer's thread. Nothing is kept until accept(): a batch whose commit failed is
// grown again from what the store holds.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "server/app/ports.h"
#include "shared/merkle/tiles.h"
#include "shared/merkle/tree.h"
#include "shared/protocol/leaf.h"

namespace sayso::app {

class LogWriter final : private merkle::NodeReader, private merkle::TileReader {
 public:
  // The ports outlive the writer.
  LogWriter(std::string log_name, const Store& store, const Keyring& keyring);

  // Forgets what it knew of the log and reads the store again.
  void reload();

  // The log as it will be with these entries at its end. Precondition: some leaves.
  [[nodiscard]] LogGrowth grow(const std::vector<protocol::LeafData>& leaves);
  // Under the checkpoint of the newest grow(). Precondition: the index is in that tree.
  [[nodiscard]] std::vector<Digest> proof(EntryIndex index) const;
  // Signs the tree as it was at this size. Precondition: not empty, and not past the newest grow().
  [[nodiscard]] std::string checkpoint(TreeSize size) const;
  // The commit of the newest grow() succeeded.
  void accept();

  [[nodiscard]] TreeSize size() const { return size_; }

 private:
  struct NodeHash {
    [[nodiscard]] std::size_t operator()(merkle::NodeAddress node) const {
      // Levels stay below 64, indices below 2^48: no two nodes have the same number.
      const std::uint64_t number = static_cast<std::uint64_t>(node.level) << 48 | node.index;
      return static_cast<std::size_t>(number * 0x9E3779B97F4A7C15U);
    }
  };
  struct SameNode {
    [[nodiscard]] bool operator()(merkle::NodeAddress a, merkle::NodeAddress b) const {
      return a.level == b.level && a.index == b.index;
    }
  };

  [[nodiscard]] Digest read(merkle::NodeAddress address) const override;
  [[nodiscard]] Bytes read(merkle::TileAddress tile) const override;
  [[nodiscard]] Tile grown_tile(int level, std::uint64_t index, std::size_t unit_bytes,
                                std::size_t kept, ByteView more) const;
  [[nodiscard]] std::vector<Tile> grown_bundles(
      const std::vector<protocol::LeafData>& leaves) const;

  std::string log_name_;
  const Store& store_;
  const Keyring& keyring_;
  TreeSize size_;
  TreeSize grown_size_;
  // Nodes of the tree as grown. Complete subtrees never change, so those of earlier batches stay
  // useful.
  mutable std::unordered_map<merkle::NodeAddress, Digest, NodeHash, SameNode> nodes_;
  // The unfinished tiles at the right edge, by level.
  std::map<TileAddress, Bytes> edge_;
  std::vector<Tile> grown_tiles_;
};

}  // namespace sayso::app
