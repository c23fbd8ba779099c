// What of a file would be found after a loss of power: what was synced, and of the rest whatever
// the disk had got round to.
#pragma once

#include <cstdint>
#include <random>
#include <variant>
#include <vector>

#include "shared/base/bytes.h"

namespace sayso::power {

struct Written {
  std::uint64_t offset = 0;
  Bytes bytes;
};
struct Cut {
  std::uint64_t size = 0;
};
struct Removed {};
using Change = std::variant<Written, Cut, Removed>;

// How a disk loses what it was not told to keep.
struct Carelessness {
  // Written whole or not at all, as a rule.
  std::size_t sector_bytes = 512;
  // Of what was not synced, how much is on the disk all the same, in each sector by itself.
  unsigned kept_percent = 50;
  // Of the sectors that are kept, how many only up to some byte.
  unsigned torn_percent = 5;
  // Says that all is kept, and keeps it no better: what no program can do anything about.
  bool lies = false;
};

class FileImage {
 public:
  FileImage(bool exists, Bytes durable) : exists_(exists), durable_(std::move(durable)) {}

  void change(Change change) { pending_.push_back(std::move(change)); }
  // Everything so far is on the disk.
  void sync();
  // The folder was synced: where the file was removed, it stays so.
  void sync_removal();
  void lose_power(std::mt19937_64& random, const Carelessness& care);

  [[nodiscard]] bool exists() const { return exists_; }
  [[nodiscard]] const Bytes& durable() const { return durable_; }

 private:
  void apply(const Change& change);
  void apply_sectors(const Written& written, std::mt19937_64& random, const Carelessness& care);
  void put(std::uint64_t offset, ByteView bytes);

  bool exists_;
  Bytes durable_;
  std::vector<Change> pending_;
};

}  // namespace sayso::power
