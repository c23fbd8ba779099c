// A store that lives as long as its process: for tests and try-outs, held to the same contract as
// every other.
#pragma once

#include <map>
#include <mutex>

#include "server/app/ports.h"

namespace sayso::storage {

class MemoryStore final : public app::Store {
 public:
  [[nodiscard]] std::optional<app::Row> find(const app::RowAddress& address) const override;
  [[nodiscard]] std::optional<app::LogHead> log_head() const override;
  [[nodiscard]] std::optional<app::LogHead> published_head() const override;
  [[nodiscard]] std::optional<Bytes> find_tile(app::TileAddress address) const override;
  [[nodiscard]] std::vector<app::RowAddress> list(app::Shelf shelf) const override;
  [[nodiscard]] Expected<void, app::StoreError> commit(const app::Commit& commit) override;
  [[nodiscard]] std::optional<std::uint64_t> commits_seen() const override;
  [[nodiscard]] Expected<void, app::StoreError> forget_before(std::int64_t today) override;

 private:
  struct Kept {
    app::Row row;
    std::int64_t keep_until_day = 0;
  };

  [[nodiscard]] bool fits(const app::Commit& commit) const;
  void apply(const app::RowChange& change);

  mutable std::mutex mutex_;
  std::map<app::RowAddress, Kept> rows_;
  std::map<app::TileAddress, Bytes> tiles_;
  std::uint64_t commits_ = 0;
  std::optional<app::LogHead> head_;
  std::optional<app::LogHead> published_;
};

}  // namespace sayso::storage
