#include "server/app/remembered_rows.h"

#include <utility>

namespace sayso::app {
namespace {

// Some ten thousand people's rows.
constexpr std::size_t kMostBytes = std::size_t{32} * 1024 * 1024;

}  // namespace

std::optional<Row> RememberedRows::find(const RowAddress& address) const {
  if (auto known = peek(address)) return known;
  auto row = store_.find(address);
  if (!row || !commits_) return row;
  const std::lock_guard lock(mutex_);
  known_bytes_ += row->sealed.size();
  known_.insert_or_assign(address, *row);
  return row;
}

std::optional<Row> RememberedRows::peek(const RowAddress& address) const {
  const std::lock_guard lock(mutex_);
  const auto found = known_.find(address);
  if (found == known_.end()) return std::nullopt;
  return found->second;
}

void RememberedRows::catch_up() {
  const auto seen = store_.commits_seen();
  if (!seen || seen != commits_ || known_bytes_ > kMostBytes) clear();
  commits_ = seen;
}

void RememberedRows::accept(const std::vector<RowChange>& changes) {
  if (commits_) ++*commits_;
  const std::lock_guard lock(mutex_);
  for (const RowChange& change : changes) {
    const auto found = known_.find(change.address);
    if (found == known_.end()) continue;
    known_bytes_ -= found->second.sealed.size();
    if (!change.sealed) {
      known_.erase(found);
      continue;
    }
    known_bytes_ += change.sealed->size();
    found->second = Row{Revision(change.expected.value() + 1), *change.sealed};
  }
}

void RememberedRows::forget() {
  clear();
  commits_.reset();
}

void RememberedRows::clear() {
  const std::lock_guard lock(mutex_);
  known_.clear();
  known_bytes_ = 0;
}

}  // namespace sayso::app
