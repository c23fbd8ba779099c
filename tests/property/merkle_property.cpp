#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "shared/merkle/tiles.h"
#include "tests/shared/merkle/naive_tree.h"
#include "tests/support/memory_nodes.h"

namespace sayso::merkle {
namespace {

TEST_CASE("a tree that grew by any batches proves what the RFC's recursion proves") {
  CHECK(rc::check("inclusion and consistency", [] {
    const auto batches =
        *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 40));
    test::MemoryNodes nodes;
    Leaves leaves;
    for (const std::size_t batch : batches) {
      const std::size_t from = leaves.size();
      leaves = some_leaves(from + batch);
      nodes.append(slice(leaves, from, leaves.size()));
    }
    RC_ASSERT(root(nodes.size(), nodes) == naive_root(leaves));
    if (leaves.empty()) return;
    const auto size = *rc::gen::inRange<std::size_t>(1, leaves.size() + 1);
    const auto index = *rc::gen::inRange<std::size_t>(0, size);
    const Leaves some = slice(leaves, 0, size);
    RC_ASSERT(inclusion_proof(EntryIndex(index), TreeSize(size), nodes) == naive_path(index, some));
    RC_ASSERT(consistency_proof(TreeSize(index + 1), TreeSize(size), nodes) ==
              naive_subproof(index + 1, some, true));
  }));
}

TEST_CASE("a proof passes for no other place in its tree") {
  CHECK(rc::check("verify_inclusion at another index", [] {
    const auto size = *rc::gen::inRange<std::size_t>(1, 200);
    const auto index = *rc::gen::inRange<std::size_t>(0, size);
    const auto other_index = *rc::gen::inRange<std::size_t>(0, 300);
    const Leaves leaves = some_leaves(size);
    const auto proof = naive_path(index, leaves);
    const auto holds = [&](std::size_t at, std::size_t of) {
      return verify_inclusion(EntryIndex(at), TreeSize(of), leaves[index], proof,
                              naive_root(leaves))
          .has_value();
    };
    RC_ASSERT(holds(index, size));
    if (other_index != index) RC_ASSERT_FALSE(holds(other_index, size));
  }));
}

TEST_CASE("any tile's path is read back") {
  CHECK(rc::check("decode(encode(tile)) is the tile", [](std::uint64_t index) {
    const TileAddress tile{*rc::gen::inRange(0, 64), index, *rc::gen::inRange(1, 257)};
    RC_ASSERT(decode_tile_path(encode_tile_path(tile)) == tile);
  }));
}

}  // namespace
}  // namespace sayso::merkle
