#include "shared/merkle/tree.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <utility>

#include "tests/shared/merkle/naive_tree.h"
#include "tests/support/hex.h"
#include "tests/support/memory_nodes.h"

namespace sayso::merkle {
namespace {

using test::from_hex;
using test::MemoryNodes;

// The eight leaves that implementations of RFC 6962 have tested with since the first one, and their
// roots.
constexpr const char* kKnownLeaves[] = {"",
                                        "00",
                                        "10",
                                        "2021",
                                        "3031",
                                        "40414243",
                                        "5051525354555657",
                                        "606162636465666768696a6b6c6d6e6f"};
constexpr const char* kKnownRoots[] = {
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

TEST_CASE("the roots over the known leaves are the known roots") {
  MemoryNodes nodes;
  CHECK(encode_hex(root(nodes.size(), nodes)) == kKnownRoots[0]);
  for (std::size_t i = 0; i < 8; ++i) {
    nodes.append({leaf_hash(from_hex(kKnownLeaves[i]))});
    CHECK(encode_hex(root(nodes.size(), nodes)) == kKnownRoots[i + 1]);
  }
}

TEST_CASE("the proof of a known leaf is the known proof") {
  MemoryNodes nodes;
  for (const char* leaf : kKnownLeaves) nodes.append({leaf_hash(from_hex(leaf))});
  const auto proof = inclusion_proof(EntryIndex(5), TreeSize(7), nodes);
  REQUIRE(proof.size() == 3);
  CHECK(encode_hex(proof[0]) == "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
  CHECK(encode_hex(proof[1]) == "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f");
  CHECK(encode_hex(proof[2]) == "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
}

TEST_CASE("roots and proofs of every size to 64 are those of the RFC's recursion") {
  const Leaves leaves = some_leaves(64);
  MemoryNodes nodes;
  nodes.append(leaves);
  for (std::size_t size = 1; size <= 64; ++size) {
    const Leaves some = slice(leaves, 0, size);
    CHECK(root(TreeSize(size), nodes) == naive_root(some));
    for (std::size_t index = 0; index < size; ++index)
      CHECK(inclusion_proof(EntryIndex(index), TreeSize(size), nodes) == naive_path(index, some));
    for (std::size_t first = 1; first <= size; ++first)
      CHECK(consistency_proof(TreeSize(first), TreeSize(size), nodes) ==
            naive_subproof(first, some, true));
  }
}

// The nodes that come after the children they are made of, and hold the hash of their leaves.
bool are_sound(const std::vector<NewNode>& added, std::size_t old_size, const Leaves& leaves) {
  std::set<std::pair<int, std::uint64_t>> seen;
  for (const auto& [address, hash] : added) {
    const auto [level, index] = address;
    const std::size_t first = static_cast<std::size_t>(index) << level;
    const std::size_t end = first + (std::size_t{1} << level);
    if (hash != naive_root(slice(leaves, first, end))) return false;
    const std::size_t left_end = (first + end) / 2;
    const bool has_left = level == 0 || left_end <= old_size || seen.count({level - 1, 2 * index});
    const bool has_right = level == 0 || seen.count({level - 1, 2 * index + 1});
    if (!has_left || !has_right) return false;
    seen.insert({level, index});
  }
  return true;
}

TEST_CASE("appending in any steps makes the same nodes, children before parents") {
  const Leaves leaves = some_leaves(64);
  for (std::size_t step = 1; step <= 9; ++step) {
    MemoryNodes nodes;
    for (std::size_t from = 0; from < 64; from += step) {
      const auto added = nodes.append(slice(leaves, from, std::min<std::size_t>(64, from + step)));
      CHECK(are_sound(added, from, leaves));
    }
    CHECK(root(nodes.size(), nodes) == naive_root(leaves));
  }
}

TEST_CASE("appending nothing makes nothing") {
  MemoryNodes nodes;
  CHECK(nodes.append({}).empty());
  CHECK(root(nodes.size(), nodes) == empty_root());
}

// A tree in which every leaf is the same has one node a level, so that sizes beyond all memory can
// be tried.
class UniformNodes final : public NodeReader {
 public:
  UniformNodes() {
    levels_.push_back(leaf_hash({}));
    while (levels_.size() < 64) levels_.push_back(node_hash(levels_.back(), levels_.back()));
  }
  [[nodiscard]] Digest read(NodeAddress address) const override {
    return levels_.at(static_cast<std::size_t>(address.level));
  }

 private:
  std::vector<Digest> levels_;
};

constexpr std::uint64_t kHuge = std::uint64_t{1} << 63;

TEST_CASE("a tree of 2^63 entries has the root that doubling gives") {
  CHECK(encode_hex(root(TreeSize(kHuge), UniformNodes())) ==
        "c9e8fbff1c491590322411d4dd2901c884f6a46e29f4dfb4f3d811e565c96757");
}

TEST_CASE("proofs in trees of about 2^63 entries verify, and fail for a neighbour's size") {
  const UniformNodes nodes;
  for (const std::uint64_t size : {kHuge - 1, kHuge, kHuge + 1, 2 * kHuge - 1}) {
    const Digest top = root(TreeSize(size), nodes);
    for (const std::uint64_t index : {std::uint64_t{0}, size / 2, size / 3, size - 2, size - 1}) {
      const auto proof = inclusion_proof(EntryIndex(index), TreeSize(size), nodes);
      const Digest leaf = nodes.read({0, index});
      CHECK(verify_inclusion(EntryIndex(index), TreeSize(size), leaf, proof, top).has_value());
      CHECK_FALSE(verify_inclusion(EntryIndex(size), TreeSize(size), leaf, proof, top).has_value());
    }
    for (const std::uint64_t first : {std::uint64_t{1}, size / 2, size / 3, size - 1, size}) {
      const auto proof = consistency_proof(TreeSize(first), TreeSize(size), nodes);
      const Digest old = root(TreeSize(first), nodes);
      CHECK(verify_consistency(TreeSize(first), TreeSize(size), old, top, proof).has_value());
    }
  }
}

TEST_CASE("appending beside 2^63 entries reads only what is there") {
  const UniformNodes nodes;
  const auto added = append(TreeSize(kHuge - 1), {nodes.read({0, 0})}, nodes);
  REQUIRE(added.size() == 64);
  CHECK(added.back().address.level == 63);
  CHECK(added.back().hash == root(TreeSize(kHuge), nodes));
}

}  // namespace
}  // namespace sayso::merkle
