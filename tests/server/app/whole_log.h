// Reads a whole log as a stranger would, tile by tile, and recomputes its root.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "shared/merkle/tree.h"
#include "shared/protocol/checkpoint.h"
#include "tests/server/app/council.h"

namespace sayso::app::test {

inline protocol::Checkpoint newest_checkpoint(const Council& council) {
  const auto head = council.desk->store().log_head();
  REQUIRE(head.has_value());
  const auto checkpoint = protocol::verify_checkpoint(head->checkpoint, council.log_key());
  REQUIRE(checkpoint.has_value());
  REQUIRE(checkpoint->size == head->size);
  return *checkpoint;
}

// The leaf hashes out of the level-0 tiles, after checking them against the entry bundles.
inline std::vector<Digest> all_leaves(const Council& council, TreeSize size) {
  std::vector<Digest> leaves;
  for (std::uint64_t at = 0; at < size.value(); ++at) {
    const auto tile = council.desk->store().find_tile({0, at / 256});
    const auto bundle = council.desk->store().find_tile({kEntryBundle, at / 256});
    REQUIRE(tile.has_value());
    REQUIRE(bundle.has_value());
    const std::size_t place = at % 256;
    REQUIRE(tile->size() >= (place + 1) * 32);
    REQUIRE(bundle->size() >= (place + 1) * 34);
    const auto entry = ByteView(*bundle).subspan(place * 34, 34);
    REQUIRE(entry[0] == 0);
    REQUIRE(entry[1] == 32);
    Digest leaf{};
    std::copy_n(tile->begin() + static_cast<std::ptrdiff_t>(place * 32), 32, leaf.begin());
    REQUIRE(leaf == merkle::leaf_hash(entry.subspan(2)));
    leaves.push_back(leaf);
  }
  return leaves;
}

// RFC 6962 §2.1, written as the text has it.
inline Digest naive_root(const Digest* leaves, std::size_t count) {
  if (count == 1) return leaves[0];
  std::size_t left = 1;
  while (left * 2 < count) left *= 2;
  return merkle::node_hash(naive_root(leaves, left), naive_root(leaves + left, count - left));
}

inline void check_whole_log(const Council& council) {
  const auto checkpoint = newest_checkpoint(council);
  const auto leaves = all_leaves(council, checkpoint.size);
  REQUIRE(naive_root(leaves.data(), leaves.size()) == checkpoint.root);
}

}  // namespace sayso::app::test
