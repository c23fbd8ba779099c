#include "server/app/unit.h"

namespace sayso::app {

std::optional<Row> RowLayer::find(const RowAddress& address) const {
  const auto found = changes_.find(address);
  if (found == changes_.end()) return below_.find(address);
  if (!found->second.sealed) return std::nullopt;
  return Row{Revision(found->second.expected.value() + 1), *found->second.sealed};
}

Revision RowLayer::base_revision(const RowAddress& address) const {
  const auto found = changes_.find(address);
  if (found != changes_.end()) return found->second.expected;
  if (const auto* layer = dynamic_cast<const RowLayer*>(&below_))
    return layer->base_revision(address);
  const auto row = below_.find(address);
  return row ? row->revision : Revision{};
}

Revision RowLayer::next_revision(const RowAddress& address) const {
  return Revision(base_revision(address).value() + 1);
}

void RowLayer::put(const RowAddress& address, Bytes sealed, std::int64_t keep_until_day) {
  changes_[address] = RowChange{address, base_revision(address), std::move(sealed), keep_until_day};
}

void RowLayer::put_new(const RowAddress& address, Bytes sealed) {
  changes_[address] = RowChange{address, Revision{}, std::move(sealed), 0};
}

void RowLayer::remove(const RowAddress& address) {
  changes_[address] = RowChange{address, base_revision(address), std::nullopt, 0};
}

void RowLayer::merge(const RowLayer& above) {
  is_spoiled_ = is_spoiled_ || above.is_spoiled_;
  for (const auto& [address, change] : above.changes_) changes_[address] = change;
}

std::vector<RowChange> RowLayer::changes() const {
  std::vector<RowChange> all;
  for (const auto& [address, change] : changes_) {
    // Made and removed in one batch: the store never hears of it.
    if (!change.sealed && change.expected == Revision{}) continue;
    all.push_back(change);
  }
  return all;
}

std::shared_ptr<const NewEntry> Unit::append(NewEntry entry) {
  entries_.push_back(std::make_shared<NewEntry>(std::move(entry)));
  return entries_.back();
}

}  // namespace sayso::app
