#include "server/app/fsck_tree.h"

#include <algorithm>
#include <utility>

#include "shared/merkle/tree.h"

namespace sayso::app {
namespace {

constexpr std::size_t kHashBytes = 32;
constexpr std::size_t kBundleUnitBytes = 2 + kHashBytes;

std::string name_of(TileAddress address) {
  const std::string level =
      address.level == kEntryBundle ? "entries" : std::to_string(address.level);
  return "tile " + level + "/" + std::to_string(address.index);
}

Digest digest_at(ByteView hashes, std::size_t place) {
  Digest digest{};
  std::copy_n(hashes.begin() + static_cast<std::ptrdiff_t>(place * kHashBytes), kHashBytes,
              digest.begin());
  return digest;
}

// The root over the hashes of a full tile.
Digest root_over(ByteView hashes) {
  if (hashes.size() == kHashBytes) return digest_at(hashes, 0);
  const std::size_t half = hashes.size() / 2;
  return merkle::node_hash(root_over(hashes.first(half)), root_over(hashes.subspan(half)));
}

std::string describe(protocol::CheckpointFault fault) {
  switch (fault) {
    case protocol::CheckpointFault::Malformed:
      return "is not a checkpoint";
    case protocol::CheckpointFault::WrongOrigin:
      return "is of another log";
    case protocol::CheckpointFault::UnknownKey:
      return "is not signed with the log's key";
    case protocol::CheckpointFault::WrongSignature:
      break;
  }
  return "has a wrong signature";
}

}  // namespace

void Findings::add(std::string where, std::string what) {
  ++report_.found;
  if (report_.findings.size() < kMaxFindings)
    report_.findings.push_back({std::move(where), std::move(what)});
}

FsckTree::FsckTree(const FsckScope& scope, FsckReport& report, Findings& findings)
    : scope_(scope), report_(report), findings_(findings), head_(scope.store.log_head()) {}

bool FsckTree::has_grown() const {
  const auto now = scope_.store.log_head();
  return now && size() < now->size;
}

Bytes FsckTree::read(merkle::TileAddress tile) const {
  return scope_.store.find_tile({tile.level, tile.index}).value_or(Bytes());
}

std::optional<Digest> FsckTree::root_at(TreeSize wanted) const {
  if (!is_complete_ || size() < wanted) return std::nullopt;
  const auto found = roots_.find(wanted);
  if (found != roots_.end()) return found->second;
  return roots_.emplace(wanted, merkle::root(wanted, merkle::TiledNodes(*this))).first->second;
}

std::optional<protocol::LeafData> FsckTree::leaf_at(EntryIndex index) const {
  const auto bundle = scope_.store.find_tile({kEntryBundle, index.value() / merkle::kTileWidth});
  const std::size_t place = index.value() % merkle::kTileWidth * kBundleUnitBytes;
  if (!bundle || bundle->size() < place + kBundleUnitBytes) return std::nullopt;
  return digest_at(ByteView(*bundle).subspan(place + 2, kHashBytes), 0);
}

void FsckTree::check() {
  report_.size = size().value();
  for (int level = 0; size().value() >> (level * merkle::kTileHeight) > 0; ++level)
    check_tiles(level);
  const auto newest = check_head("newest checkpoint", head_);
  if (newest && root_at(newest->size) && *root_at(newest->size) != newest->root)
    findings_.add("newest checkpoint", "does not have the root of the entries in the store");
  check_published();
}

std::optional<protocol::Checkpoint> FsckTree::check_head(const std::string& where,
                                                         const std::optional<LogHead>& head) {
  if (!head) return std::nullopt;
  auto checkpoint = protocol::verify_checkpoint(head->checkpoint, scope_.log_key);
  if (!checkpoint) {
    findings_.add(where, describe(checkpoint.error()));
    return std::nullopt;
  }
  if (checkpoint->size != head->size) {
    findings_.add(where, "is of another size than the store says");
    return std::nullopt;
  }
  return std::move(*checkpoint);
}

void FsckTree::check_published() {
  const auto published = scope_.store.published_head();
  const auto checkpoint = check_head("published checkpoint", published);
  if (!checkpoint) return;
  report_.published = checkpoint->size.value();
  if (size() < checkpoint->size) {
    if (!has_grown())
      findings_.add("published checkpoint", "is of more entries than the store has");
    return;
  }
  const auto root = root_at(checkpoint->size);
  if (root && *root != checkpoint->root)
    findings_.add("published checkpoint", "does not have the root of the entries in the store");
}

void FsckTree::check_tiles(int level) {
  for (std::uint64_t index = 0;; ++index) {
    const int width = merkle::tile_width(level, index, size());
    if (width == 0) break;
    check_tile({level, index}, width);
    if (width < merkle::kTileWidth) break;
  }
}

void FsckTree::check_tile(TileAddress address, int width) {
  ++report_.tiles;
  const auto bytes = scope_.store.find_tile(address);
  const std::size_t wanted = static_cast<std::size_t>(width) * kHashBytes;
  if (!bytes || bytes->size() < wanted) {
    is_complete_ = false;
    return findings_.add(name_of(address), bytes ? "is too short" : "is missing");
  }
  if (bytes->size() > wanted && !has_grown())
    findings_.add(name_of(address), "is longer than the log");
  const ByteView hashes = ByteView(*bytes).first(wanted);
  if (address.level == 0) {
    check_against_bundle(address, hashes);
  } else {
    check_against_tiles_below(address, hashes);
  }
}

void FsckTree::check_against_bundle(TileAddress address, ByteView hashes) {
  ++report_.tiles;
  const TileAddress bundle{kEntryBundle, address.index};
  const auto bytes = scope_.store.find_tile(bundle);
  const std::size_t count = hashes.size() / kHashBytes;
  if (!bytes || bytes->size() < count * kBundleUnitBytes)
    return findings_.add(name_of(bundle), bytes ? "is too short" : "is missing");
  if (bytes->size() > count * kBundleUnitBytes && !has_grown())
    findings_.add(name_of(bundle), "is longer than the log");
  for (std::size_t i = 0; i < count; ++i) {
    const auto unit = ByteView(*bytes).subspan(i * kBundleUnitBytes, kBundleUnitBytes);
    if (unit[0] != 0 || unit[1] != kHashBytes) {
      findings_.add(name_of(bundle), "has a wrong length before entry " + std::to_string(i));
    } else if (merkle::leaf_hash(unit.subspan(2)) != digest_at(hashes, i)) {
      findings_.add(name_of(address), "has another hash than entry " +
                                          std::to_string(address.index * merkle::kTileWidth + i));
    }
  }
}

void FsckTree::check_against_tiles_below(TileAddress address, ByteView hashes) {
  constexpr std::size_t kFullTile = merkle::kTileWidth * kHashBytes;
  for (std::size_t i = 0; i < hashes.size() / kHashBytes; ++i) {
    const TileAddress below{address.level - 1, address.index * merkle::kTileWidth + i};
    const auto bytes = scope_.store.find_tile(below);
    // Named already, one level down.
    if (!bytes || bytes->size() < kFullTile) continue;
    if (root_over(ByteView(*bytes).first(kFullTile)) != digest_at(hashes, i))
      findings_.add(name_of(address), "has another hash than " + name_of(below) + " adds up to");
  }
}

}  // namespace sayso::app
