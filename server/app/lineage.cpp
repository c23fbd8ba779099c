#include "server/app/lineage.h"

#include <algorithm>
#include <map>
#include <utility>

#include "server/app/stored_tree.h"
#include "shared/merkle/tiles.h"
#include "shared/merkle/tree.h"

namespace sayso::app {
namespace {

constexpr std::size_t kHashBytes = 32;
// Two bytes of length before each entry (C2SP tlog-tiles).
constexpr std::size_t kBundleUnitBytes = 2 + kHashBytes;
constexpr std::uint64_t kWidth = merkle::kTileWidth;

TreeSize size_of(const Store& store) {
  const auto head = store.log_head();
  return head ? head->size : TreeSize{};
}

// What the copy has of the entries [from, to), and the tree that they make behind those in the
// store. The store's own tree has been found whole.
class Completion final : private merkle::NodeReader {
 public:
  Completion(const Store& store, TreeSize from, TreeSize to)
      : store_(store), stored_(store), from_(from), to_(to) {}

  // Nothing is wrong, or what is.
  [[nodiscard]] std::optional<CompletionFault> take_entries(const LogCopy& copy) {
    for (std::uint64_t index = from_.value() / kWidth; index * kWidth < to_.value(); ++index) {
      const int width = merkle::tile_width(0, index, to_);
      auto bundle = copy.find_tile({kEntryBundle, index}, width);
      const std::size_t bytes = kBundleUnitBytes * static_cast<std::size_t>(width);
      if (!bundle || bundle->size() < bytes) return CompletionFault::Incomplete;
      bundle->resize(bytes);
      if (!take_bundle(index, *bundle)) return CompletionFault::Differs;
      tiles_.push_back({{kEntryBundle, index}, std::move(*bundle)});
    }
    return std::nullopt;
  }

  [[nodiscard]] Digest grow() {
    const auto grown = merkle::append(from_, leaves_, *this);
    for (const merkle::NewNode& node : grown)
      nodes_[{node.address.level, node.address.index}] = node.hash;
    for (const merkle::TileGrowth& growth : merkle::split_into_tiles(grown)) {
      const TileAddress address{growth.tile.level, growth.tile.index};
      Bytes bytes = store_.find_tile(address).value_or(Bytes());
      bytes.resize(kHashBytes * static_cast<std::size_t>(growth.first));
      bytes.insert(bytes.end(), growth.bytes.begin(), growth.bytes.end());
      tiles_.push_back({address, std::move(bytes)});
    }
    return merkle::root(to_, *this);
  }

  [[nodiscard]] std::vector<Tile> tiles() { return std::move(tiles_); }

 private:
  // False where it holds other entries than the store, or what is no entry.
  [[nodiscard]] bool take_bundle(std::uint64_t index, ByteView bundle) {
    const auto stored = store_.find_tile({kEntryBundle, index}).value_or(Bytes());
    if (stored.size() > bundle.size() || !std::equal(stored.begin(), stored.end(), bundle.begin()))
      return false;
    for (ByteView rest = bundle.subspan(stored.size()); !rest.empty();
         rest = rest.subspan(kBundleUnitBytes)) {
      if (rest[0] != 0 || rest[1] != kHashBytes) return false;
      leaves_.push_back(merkle::leaf_hash(rest.subspan(2, kHashBytes)));
    }
    return true;
  }
  [[nodiscard]] Digest read(merkle::NodeAddress address) const override {
    const auto found = nodes_.find({address.level, address.index});
    return found != nodes_.end() ? found->second : stored_.read(address);
  }

  const Store& store_;
  StoredTree stored_;
  TreeSize from_;
  TreeSize to_;
  std::vector<Digest> leaves_;
  std::map<std::pair<int, std::uint64_t>, Digest> nodes_;
  std::vector<Tile> tiles_;
};

}  // namespace

std::optional<Digest> find_root(const Store& store, TreeSize size) {
  if (size == TreeSize{}) return merkle::empty_root();
  if (size_of(store) < size) return std::nullopt;
  for (const merkle::TileAddress& tile : merkle::new_tiles({}, size)) {
    const auto bytes = store.find_tile({tile.level, tile.index});
    if (!bytes || bytes->size() < kHashBytes * static_cast<std::size_t>(tile.width))
      return std::nullopt;
  }
  return merkle::root(size, StoredTree(store));
}

LineageAnswer compare_log(const Store& store, const std::vector<Seen>& seen) {
  LineageAnswer answer;
  for (const Seen& each : seen) {
    const TreeSize size = each.checkpoint.size;
    if (size_of(store) < size) {
      const bool is_newest = answer.by == nullptr || answer.by->checkpoint.size < size;
      if (is_newest) answer = {Lineage::Behind, &each};
    } else if (find_root(store, size) != each.checkpoint.root) {
      return {Lineage::Differs, &each};
    }
  }
  return answer;
}

Expected<void, CompletionFault> complete_log(Store& store, const LogCopy& copy,
                                             const Seen& newest) {
  const TreeSize had = size_of(store);
  const TreeSize wanted = newest.checkpoint.size;
  if (!(had < wanted) || !find_root(store, had)) return failure(CompletionFault::Differs);
  Completion completion(store, had, wanted);
  if (const auto fault = completion.take_entries(copy)) return failure(*fault);
  if (completion.grow() != newest.checkpoint.root) return failure(CompletionFault::Differs);
  Commit commit;
  commit.log = LogGrowth{had, {wanted, newest.note}, completion.tiles()};
  if (!store.commit(commit)) return failure(CompletionFault::Unavailable);
  return {};
}

Expected<void, StoreError> keep_published(Store& store, const std::vector<Seen>& seen) {
  const Seen* newest = nullptr;
  for (const Seen& each : seen) {
    if (!each.is_public) continue;
    if (newest == nullptr || newest->checkpoint.size < each.checkpoint.size) newest = &each;
  }
  if (newest == nullptr) return {};
  const auto published = store.published_head();
  if (published && !(published->size < newest->checkpoint.size)) return {};
  Commit commit;
  commit.published = LogHead{newest->checkpoint.size, newest->note};
  return store.commit(commit);
}

}  // namespace sayso::app
