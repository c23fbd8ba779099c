// A store that fails on purpose: refuses commits, or loses them as a killed process would.
#pragma once

#include <functional>

#include "server/app/ports.h"

namespace sayso::app::test {

class FaultyStore final : public Store {
 public:
  explicit FaultyStore(Store& kept) : kept_(kept) {}

  // Called before each commit; a value is the commit's answer, and nothing is stored.
  std::function<std::optional<StoreError>(const Commit&)> before;

  [[nodiscard]] std::optional<Row> find(const RowAddress& address) const override {
    return kept_.find(address);
  }
  [[nodiscard]] std::optional<LogHead> log_head() const override { return kept_.log_head(); }
  [[nodiscard]] std::optional<LogHead> published_head() const override {
    return kept_.published_head();
  }
  [[nodiscard]] std::optional<Bytes> find_tile(TileAddress address) const override {
    return kept_.find_tile(address);
  }
  [[nodiscard]] std::vector<RowAddress> list(Shelf shelf) const override {
    return kept_.list(shelf);
  }
  [[nodiscard]] Expected<void, StoreError> commit(const Commit& commit) override {
    const auto answer = before ? before(commit) : std::nullopt;
    if (answer) return failure(*answer);
    return kept_.commit(commit);
  }
  [[nodiscard]] std::optional<std::uint64_t> commits_seen() const override {
    return kept_.commits_seen();
  }
  [[nodiscard]] Expected<void, StoreError> forget_before(std::int64_t today) override {
    return kept_.forget_before(today);
  }

 private:
  Store& kept_;
};

}  // namespace sayso::app::test
