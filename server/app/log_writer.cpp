#include "server/app/log_writer.h"

#include "shared/base/check.h"
#include "shared/protocol/checkpoint.h"
#include "shared/protocol/signed_note.h"

namespace sayso::app {
namespace {

constexpr std::size_t kHashBytes = 32;
// Two bytes of length before each entry (C2SP tlog-tiles).
constexpr std::size_t kBundleUnitBytes = 2 + kHashBytes;
constexpr std::size_t kWidth = merkle::kTileWidth;
constexpr std::size_t kMaxNodes = 200'000;

void append_bundle_unit(Bytes& out, const protocol::LeafData& leaf) {
  out.push_back(0);
  out.push_back(static_cast<std::uint8_t>(leaf.size()));
  out.insert(out.end(), leaf.begin(), leaf.end());
}

}  // namespace

LogWriter::LogWriter(std::string log_name, const Store& store, const Keyring& keyring)
    : log_name_(std::move(log_name)), store_(store), keyring_(keyring) {
  reload();
}

void LogWriter::reload() {
  const auto head = store_.log_head();
  size_ = head ? head->size : TreeSize{};
  grown_size_ = size_;
  nodes_.clear();
  edge_.clear();
  grown_tiles_.clear();
}

Digest LogWriter::read(merkle::NodeAddress address) const {
  const auto found = nodes_.find(address);
  if (found != nodes_.end()) return found->second;
  const merkle::TiledNodes tiled(*this);
  return nodes_.emplace(address, tiled.read(address)).first->second;
}

Bytes LogWriter::read(merkle::TileAddress tile) const {
  const TileAddress address{tile.level, tile.index};
  const auto found = edge_.find(address);
  if (found != edge_.end()) return found->second;
  auto bytes = store_.find_tile(address);
  // The log's head says that these entries exist: a store without them is broken.
  CHECK(bytes.has_value());
  return std::move(*bytes);
}

Tile LogWriter::grown_tile(int level, std::uint64_t index, std::size_t unit_bytes, std::size_t kept,
                           ByteView more) const {
  const TileAddress address{level, index};
  Bytes bytes;
  if (kept > 0) {
    const auto found = edge_.find(address);
    if (found != edge_.end()) {
      bytes = found->second;
    } else if (auto stored = store_.find_tile(address)) {
      bytes = std::move(*stored);
    }
  }
  CHECK(bytes.size() >= kept * unit_bytes);
  // Longer when another process grew the log meanwhile: this growth is going to be refused, and is
  // made all the same.
  bytes.resize(kept * unit_bytes);
  bytes.insert(bytes.end(), more.begin(), more.end());
  return {address, std::move(bytes)};
}

std::vector<Tile> LogWriter::grown_bundles(const std::vector<protocol::LeafData>& leaves) const {
  std::vector<Tile> bundles;
  std::size_t next = 0;
  while (next < leaves.size()) {
    const std::uint64_t position = size_.value() + next;
    const std::size_t kept = position % kWidth;
    Bytes more;
    for (std::size_t filled = kept; filled < kWidth && next < leaves.size(); ++filled)
      append_bundle_unit(more, leaves[next++]);
    bundles.push_back(grown_tile(kEntryBundle, position / kWidth, kBundleUnitBytes, kept, more));
  }
  return bundles;
}

std::string LogWriter::checkpoint(TreeSize size) const {
  protocol::Checkpoint made;
  made.origin = log_name_;
  made.size = size;
  made.root = merkle::root(size, *this);
  protocol::SignedNote note;
  note.text = protocol::encode_checkpoint(made);
  const protocol::VerifierKey key{log_name_, keyring_.log_public_key()};
  note.signatures.push_back(
      protocol::note_signature(key, keyring_.sign_for_log(as_bytes(note.text))));
  return protocol::encode_note(note);
}

LogGrowth LogWriter::grow(const std::vector<protocol::LeafData>& leaves) {
  CHECK(!leaves.empty());
  if (nodes_.size() > kMaxNodes) nodes_.clear();
  std::vector<Digest> hashes;
  for (const protocol::LeafData& leaf : leaves) hashes.push_back(merkle::leaf_hash(leaf));
  const auto new_nodes = merkle::append(size_, hashes, *this);
  for (const merkle::NewNode& node : new_nodes) nodes_[node.address] = node.hash;
  LogGrowth growth;
  growth.expected = size_;
  growth.tiles = grown_bundles(leaves);
  for (const merkle::TileGrowth& tile : merkle::split_into_tiles(new_nodes)) {
    growth.tiles.push_back(grown_tile(tile.tile.level, tile.tile.index, kHashBytes,
                                      static_cast<std::size_t>(tile.first), tile.bytes));
  }
  grown_size_ = TreeSize(size_.value() + leaves.size());
  growth.head = {grown_size_, checkpoint(grown_size_)};
  grown_tiles_ = growth.tiles;
  return growth;
}

std::vector<Digest> LogWriter::proof(EntryIndex index) const {
  return merkle::inclusion_proof(index, grown_size_, *this);
}

void LogWriter::accept() {
  size_ = grown_size_;
  for (Tile& tile : grown_tiles_) {
    const std::size_t unit = tile.address.level == kEntryBundle ? kBundleUnitBytes : kHashBytes;
    if (tile.bytes.size() == kWidth * unit) {
      edge_.erase(tile.address);
    } else {
      edge_[tile.address] = std::move(tile.bytes);
    }
  }
  grown_tiles_.clear();
}

}  // namespace sayso::app
