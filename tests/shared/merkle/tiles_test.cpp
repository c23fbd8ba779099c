#include "shared/merkle/tiles.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "tests/shared/merkle/naive_tree.h"
#include "tests/support/memory_nodes.h"

namespace sayso::merkle {
namespace {

using test::MemoryNodes;

TEST_CASE("tile widths are those of the specification's example of 70,000 entries") {
  const TreeSize size(70'000);
  CHECK(tile_width(0, 0, size) == 256);
  CHECK(tile_width(0, 272, size) == 256);
  CHECK(tile_width(0, 273, size) == 112);
  CHECK(tile_width(0, 274, size) == 0);
  CHECK(tile_width(1, 0, size) == 256);
  CHECK(tile_width(1, 1, size) == 17);
  CHECK(tile_width(2, 0, size) == 1);
  CHECK(tile_width(3, 0, size) == 0);
  CHECK(tile_width(0, 0, TreeSize(0)) == 0);
  CHECK(tile_width(8, 0, TreeSize(~std::uint64_t{0})) == 0);
  CHECK(tile_width(7, 0, TreeSize(~std::uint64_t{0})) == 255);
  CHECK(tile_width(-1, 0, size) == 0);
}

TEST_CASE("a tree of 256 entries is one full tile and one of width 1 above it") {
  CHECK(new_tiles(TreeSize(0), TreeSize(256)) == std::vector<TileAddress>{{0, 0, 256}, {1, 0, 1}});
}

TEST_CASE("growth gives the tiles that were not there at that width") {
  CHECK(new_tiles(TreeSize(0), TreeSize(0)).empty());
  CHECK(new_tiles(TreeSize(5), TreeSize(5)).empty());
  CHECK(new_tiles(TreeSize(0), TreeSize(5)) == std::vector<TileAddress>{{0, 0, 5}});
  CHECK(new_tiles(TreeSize(250), TreeSize(520)) ==
        std::vector<TileAddress>{{0, 0, 256}, {0, 1, 256}, {0, 2, 8}, {1, 0, 2}});
  CHECK(new_tiles(TreeSize(256), TreeSize(257)) == std::vector<TileAddress>{{0, 1, 1}});
  CHECK(new_tiles(TreeSize(0), TreeSize(70'000)).size() == 274 + 2 + 1);
}

TEST_CASE("a node stands in the tile of its level, over the hashes that it covers") {
  const TilePlace leaf = find_place({0, 1000});
  CHECK(leaf.tile == TileAddress{0, 3, 1000 - 3 * 256 + 1});
  CHECK(leaf.first == 1000 - 3 * 256);
  CHECK(leaf.count == 1);
  const TilePlace inner = find_place({7, 3});
  CHECK(inner.tile == TileAddress{0, 1, 256});
  CHECK(inner.first == 128);
  CHECK(inner.count == 128);
  const TilePlace above = find_place({8, 3});
  CHECK(above.tile == TileAddress{1, 0, 4});
  CHECK(above.first == 3);
  CHECK(above.count == 1);
}

TEST_CASE("a tile that is too short for a node is not read") {
  const Bytes three_hashes(3 * 32, 0xaa);
  CHECK(read_place(find_place({0, 2}), three_hashes).has_value());
  CHECK_FALSE(read_place(find_place({0, 3}), three_hashes).has_value());
  CHECK(read_place(find_place({1, 0}), three_hashes).has_value());
  CHECK_FALSE(read_place(find_place({1, 1}), three_hashes).has_value());
  CHECK_FALSE(read_place(find_place({0, 0}), {}).has_value());
}

class MemoryTiles final : public TileReader {
 public:
  [[nodiscard]] Bytes read(TileAddress tile) const override {
    return tiles_.at({tile.level, tile.index});
  }

  void grow(const std::vector<NewNode>& added) {
    for (const TileGrowth& growth : split_into_tiles(added)) {
      Bytes& tile = tiles_[{growth.tile.level, growth.tile.index}];
      CHECK(tile.size() == static_cast<std::size_t>(growth.first) * 32);
      tile.insert(tile.end(), growth.bytes.begin(), growth.bytes.end());
      CHECK(tile.size() == static_cast<std::size_t>(growth.tile.width) * 32);
    }
  }

  [[nodiscard]] std::map<std::pair<int, std::uint64_t>, std::size_t> widths() const {
    std::map<std::pair<int, std::uint64_t>, std::size_t> widths;
    for (const auto& [address, bytes] : tiles_) widths[address] = bytes.size() / 32;
    return widths;
  }

 private:
  std::map<std::pair<int, std::uint64_t>, Bytes> tiles_;
};

TEST_CASE("a tree kept in tiles has the roots and proofs of one kept in nodes") {
  const Leaves leaves = some_leaves(1300);
  MemoryNodes nodes;
  MemoryTiles tiles;
  for (std::size_t from = 0, step = 1; from < leaves.size(); from += step, step = step % 97 + 13) {
    const auto old_size = nodes.size();
    const auto added = nodes.append(slice(leaves, from, std::min(leaves.size(), from + step)));
    tiles.grow(added);
    const TiledNodes tiled(tiles);
    CHECK(root(nodes.size(), tiled) == root(nodes.size(), nodes));
    if (old_size.value() == 0) continue;
    CHECK(consistency_proof(old_size, nodes.size(), tiled) ==
          consistency_proof(old_size, nodes.size(), nodes));
    const EntryIndex index(nodes.size().value() / 3);
    CHECK(inclusion_proof(index, nodes.size(), tiled) ==
          inclusion_proof(index, nodes.size(), nodes));
  }
  std::map<std::pair<int, std::uint64_t>, std::size_t> expected;
  for (const TileAddress tile : new_tiles(TreeSize(0), nodes.size()))
    expected[{tile.level, tile.index}] = static_cast<std::size_t>(tile.width);
  CHECK(tiles.widths() == expected);
}

}  // namespace
}  // namespace sayso::merkle
