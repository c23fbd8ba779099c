#include "shared/merkle/tiles.h"

#include <algorithm>
#include <map>
#include <utility>

#include "shared/base/check.h"

namespace sayso::merkle {
namespace {

constexpr int kDigestBytes = 32;

// The root over `count` hashes, a power of two.
Digest root_over(ByteView hashes, int count) {
  if (count == 1) {
    Digest digest;
    std::copy(hashes.begin(), hashes.end(), digest.begin());
    return digest;
  }
  const auto half = hashes.size() / 2;
  return node_hash(root_over(hashes.first(half), count / 2),
                   root_over(hashes.subspan(half), count / 2));
}

}  // namespace

int tile_width(int level, std::uint64_t index, TreeSize size) {
  if (level < 0 || level >= 64 / kTileHeight) return 0;
  const std::uint64_t hashes = size.value() >> (level * kTileHeight);
  const std::uint64_t full_tiles = hashes / kTileWidth;
  if (index < full_tiles) return kTileWidth;
  return index == full_tiles ? static_cast<int>(hashes % kTileWidth) : 0;
}

std::vector<TileAddress> new_tiles(TreeSize since, TreeSize size) {
  std::vector<TileAddress> tiles;
  for (int level = 0; size.value() >> (level * kTileHeight) > 0; ++level) {
    const std::uint64_t old_hashes = since.value() >> (level * kTileHeight);
    for (std::uint64_t index = old_hashes / kTileWidth;; ++index) {
      const int width = tile_width(level, index, size);
      if (width > tile_width(level, index, since)) tiles.push_back({level, index, width});
      if (width < kTileWidth) break;
    }
    if (level + 1 == 64 / kTileHeight) break;
  }
  return tiles;
}

TilePlace find_place(NodeAddress node) {
  CHECK(node.level >= 0 && node.level < 64);
  const int height = node.level % kTileHeight;
  const std::uint64_t first_hash = node.index << height;
  const int first = static_cast<int>(first_hash % kTileWidth);
  const int count = 1 << height;
  return {{node.level / kTileHeight, first_hash / kTileWidth, first + count}, first, count};
}

std::optional<Digest> read_place(const TilePlace& place, ByteView tile) {
  const auto offset = static_cast<std::size_t>(place.first * kDigestBytes);
  const auto length = static_cast<std::size_t>(place.count * kDigestBytes);
  if (tile.size() < offset + length) return std::nullopt;
  return root_over(tile.subspan(offset, length), place.count);
}

std::vector<TileGrowth> split_into_tiles(const std::vector<NewNode>& nodes) {
  std::map<std::pair<int, std::uint64_t>, TileGrowth> growths;
  for (const NewNode& node : nodes) {
    // The levels between are recomputed from the hashes below them.
    if (node.address.level % kTileHeight != 0) continue;
    const TilePlace place = find_place(node.address);
    const auto [growth, is_new] = growths.try_emplace({place.tile.level, place.tile.index});
    if (is_new) growth->second.first = place.first;
    growth->second.tile = place.tile;
    growth->second.bytes.insert(growth->second.bytes.end(), node.hash.begin(), node.hash.end());
  }
  std::vector<TileGrowth> ordered;
  for (auto& growth : growths) ordered.push_back(std::move(growth.second));
  return ordered;
}

Digest TiledNodes::read(NodeAddress address) const {
  const TilePlace place = find_place(address);
  const auto hash = read_place(place, tiles_.read(place.tile));
  CHECK(hash.has_value());
  return *hash;
}

}  // namespace sayso::merkle
