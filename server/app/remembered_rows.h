// The store's rows as the sequencer last saw them, so that it need not read again what it has just
// read or written: somebody who submits is the same person on the same device with the same key.
//
// What is remembered is sealed, as the store has it. It is forgotten as soon as anybody else has
// committed. Rows that are not there are looked for each time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

#include "server/app/unit.h"

namespace sayso::app {

class RememberedRows final : public Rows {
 public:
  // The store outlives this.
  explicit RememberedRows(const Store& store) : store_(store) {}

  // The sequencer's thread alone, as all the following but peek(): what another thread read before
  // a commit must not be remembered after it.
  [[nodiscard]] std::optional<Row> find(const RowAddress& address) const override;
  // Before each batch.
  void catch_up();
  // After a commit of these.
  void accept(const std::vector<RowChange>& changes);
  void forget();

  // From any thread; nothing when it is not remembered. May be behind what another process did, by
  // a batch: only for looks that the sequencer repeats.
  [[nodiscard]] std::optional<Row> peek(const RowAddress& address) const;

 private:
  void clear();

  const Store& store_;
  std::optional<std::uint64_t> commits_;
  mutable std::mutex mutex_;
  mutable std::unordered_map<RowAddress, Row, RowAddressHash> known_;
  mutable std::size_t known_bytes_ = 0;
};

// Rows for a first look, from any thread: as remembered, otherwise as stored.
class RecentRows final : public Rows {
 public:
  RecentRows(const RememberedRows& remembered, const Store& store)
      : remembered_(remembered), store_(store) {}
  [[nodiscard]] std::optional<Row> find(const RowAddress& address) const override {
    auto row = remembered_.peek(address);
    return row ? row : store_.find(address);
  }

 private:
  const RememberedRows& remembered_;
  const Store& store_;
};

}  // namespace sayso::app
