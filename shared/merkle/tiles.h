// The tree as files: tiles of height 8 (C2SP tlog-tiles), their addresses, and nodes read out of
// them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/tagged.h"
#include "shared/merkle/tree.h"

namespace sayso::merkle {

inline constexpr int kTileHeight = 8;
inline constexpr int kTileWidth = 256;

// A tile of level l holds, side by side, `width` nodes of tree level 8·l, from node index·256 on.
struct TileAddress {
  int level = 0;
  std::uint64_t index = 0;
  int width = kTileWidth;  // 1 … 256; less than 256 is a partial tile
  friend bool operator==(TileAddress a, TileAddress b) {
    return a.level == b.level && a.index == b.index && a.width == b.width;
  }
};

// `tile/0/x001/x234/067`, and `tile/0/x001/x234/067.p/5` for a partial one.
[[nodiscard]] std::string encode_tile_path(TileAddress tile);
// Accepts exactly what encode_tile_path writes.
[[nodiscard]] std::optional<TileAddress> decode_tile_path(std::string_view path);

// How many hashes this tile has in a tree of that size: 0 (no such tile) … 256.
[[nodiscard]] int tile_width(int level, std::uint64_t index, TreeSize size);
// The tiles that a tree has and a tree of the smaller size `since` has not, partial ones at their
// new width.
[[nodiscard]] std::vector<TileAddress> new_tiles(TreeSize since, TreeSize size);

// Where a node stands: it is the root over `count` hashes of the tile, from `first` on.
// The tile's width is the least that holds them.
struct TilePlace {
  TileAddress tile;
  int first = 0;
  int count = 1;  // a power of two; 256 never occurs, for that node stands in the tile above
};
[[nodiscard]] TilePlace find_place(NodeAddress node);

// A tile's bytes are its hashes, 32 bytes each. Nothing when the tile is too short for the place.
[[nodiscard]] std::optional<Digest> read_place(const TilePlace& place, ByteView tile);

// New hashes at the end of one tile: the stored form of what append() answers with.
struct TileGrowth {
  TileAddress tile;  // as wide as it is afterwards
  int first = 0;     // hashes that it held before
  Bytes bytes;       // of the hashes from `first` on
};
// In an order in which lower levels and lower indexes come first. `nodes` is the whole of what
// append() gave.
[[nodiscard]] std::vector<TileGrowth> split_into_tiles(const std::vector<NewNode>& nodes);

// Where tiles are kept. The answer may be wider than asked for, never narrower.
class TileReader {
 public:
  virtual ~TileReader() = default;
  [[nodiscard]] virtual Bytes read(TileAddress tile) const = 0;
};

// Nodes recomputed out of tiles. A tile that is too short is a broken store, and ends the process.
class TiledNodes final : public NodeReader {
 public:
  explicit TiledNodes(const TileReader& tiles) : tiles_(tiles) {}
  [[nodiscard]] Digest read(NodeAddress address) const override;

 private:
  const TileReader& tiles_;
};

}  // namespace sayso::merkle
