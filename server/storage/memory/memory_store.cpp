#include "server/storage/memory/memory_store.h"

namespace sayso::storage {

using app::Revision;
using app::StoreError;

std::optional<app::Row> MemoryStore::find(const app::RowAddress& address) const {
  const std::lock_guard lock(mutex_);
  const auto found = rows_.find(address);
  if (found == rows_.end()) return std::nullopt;
  return found->second.row;
}

std::optional<app::LogHead> MemoryStore::log_head() const {
  const std::lock_guard lock(mutex_);
  return head_;
}

std::optional<app::LogHead> MemoryStore::published_head() const {
  const std::lock_guard lock(mutex_);
  return published_;
}

std::optional<Bytes> MemoryStore::find_tile(app::TileAddress address) const {
  const std::lock_guard lock(mutex_);
  const auto found = tiles_.find(address);
  if (found == tiles_.end()) return std::nullopt;
  return found->second;
}

std::vector<app::RowAddress> MemoryStore::list(app::Shelf shelf) const {
  const std::lock_guard lock(mutex_);
  std::vector<app::RowAddress> addresses;
  for (const auto& [address, kept] : rows_) {
    if (address.shelf == shelf) addresses.push_back(address);
  }
  return addresses;
}

bool MemoryStore::fits(const app::Commit& commit) const {
  for (const app::RowChange& change : commit.rows) {
    const auto found = rows_.find(change.address);
    const Revision current = found == rows_.end() ? Revision{} : found->second.row.revision;
    if (current != change.expected) return false;
  }
  return !commit.log || commit.log->expected == (head_ ? head_->size : TreeSize{});
}

void MemoryStore::apply(const app::RowChange& change) {
  if (!change.sealed) {
    rows_.erase(change.address);
    return;
  }
  rows_[change.address] =
      Kept{{Revision(change.expected.value() + 1), *change.sealed}, change.keep_until_day};
}

Expected<void, StoreError> MemoryStore::commit(const app::Commit& commit) {
  const std::lock_guard lock(mutex_);
  if (!fits(commit)) return failure(StoreError::Conflict);
  for (const app::RowChange& change : commit.rows) apply(change);
  if (commit.log) {
    for (const app::Tile& tile : commit.log->tiles) tiles_[tile.address] = tile.bytes;
    head_ = commit.log->head;
  }
  if (commit.published) published_ = commit.published;
  ++commits_;
  return {};
}

std::optional<std::uint64_t> MemoryStore::commits_seen() const {
  const std::lock_guard lock(mutex_);
  return commits_;
}

Expected<void, StoreError> MemoryStore::forget_before(std::int64_t today) {
  const std::lock_guard lock(mutex_);
  ++commits_;
  std::erase_if(rows_, [&](const auto& item) {
    return item.second.keep_until_day > 0 && item.second.keep_until_day < today;
  });
  return {};
}

}  // namespace sayso::storage
