#include "shared/merkle/tree.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <optional>

#include "shared/base/check.h"
#include "shared/crypto/hash.h"

namespace sayso::merkle {
namespace {

constexpr std::uint8_t kLeafPrefix[] = {0x00};
constexpr std::size_t kLevels = 65;

// Where a tree of this many leaves splits: the largest power of two below it (RFC 9162 §2.1.1).
std::uint64_t split_point(std::uint64_t leaves) { return std::bit_floor(leaves - 1); }

// The hash over `leaves` leaves from `first` on. `first` is a multiple of the least power of two
// that holds them, as it is for every subtree that the recursion of the RFC visits.
Digest subtree_hash(std::uint64_t first, std::uint64_t leaves, const NodeReader& nodes) {
  if (std::has_single_bit(leaves)) {
    const int level = std::countr_zero(leaves);
    return nodes.read({level, first >> level});
  }
  const std::uint64_t left = split_point(leaves);
  return node_hash(subtree_hash(first, left, nodes),
                   subtree_hash(first + left, leaves - left, nodes));
}

// SUBPROOF of RFC 9162 §2.1.4.1. `is_known`: the verifier holds the root over these leaves already.
void add_consistency(std::uint64_t old_leaves, std::uint64_t first, std::uint64_t leaves,
                     bool is_known, const NodeReader& nodes, std::vector<Digest>& proof) {
  if (old_leaves == leaves) {
    if (!is_known) proof.push_back(subtree_hash(first, leaves, nodes));
    return;
  }
  const std::uint64_t left = split_point(leaves);
  if (old_leaves <= left) {
    add_consistency(old_leaves, first, left, is_known, nodes, proof);
    proof.push_back(subtree_hash(first + left, leaves - left, nodes));
  } else {
    add_consistency(old_leaves - left, first + left, leaves - left, false, nodes, proof);
    proof.push_back(subtree_hash(first, left, nodes));
  }
}

// PATH of RFC 9162 §2.1.3.1.
void add_inclusion(std::uint64_t index, std::uint64_t first, std::uint64_t leaves,
                   const NodeReader& nodes, std::vector<Digest>& proof) {
  if (leaves == 1) return;
  const std::uint64_t left = split_point(leaves);
  if (index < first + left) {
    add_inclusion(index, first, left, nodes, proof);
    proof.push_back(subtree_hash(first + left, leaves - left, nodes));
  } else {
    add_inclusion(index, first + left, leaves - left, nodes, proof);
    proof.push_back(subtree_hash(first, left, nodes));
  }
}

}  // namespace

Digest leaf_hash(ByteView data) { return crypto::sha256(kLeafPrefix, data); }

Digest node_hash(const Digest& left, const Digest& right) {
  std::array<std::uint8_t, 65> message;
  message[0] = 0x01;
  std::copy(left.begin(), left.end(), message.begin() + 1);
  std::copy(right.begin(), right.end(), message.begin() + 33);
  return crypto::sha256(message);
}

Digest empty_root() { return crypto::sha256({}); }

Digest root(TreeSize size, const NodeReader& nodes) {
  return size.value() == 0 ? empty_root() : subtree_hash(0, size.value(), nodes);
}

std::vector<Digest> inclusion_proof(EntryIndex index, TreeSize size, const NodeReader& nodes) {
  CHECK(index.value() < size.value());
  std::vector<Digest> proof;
  add_inclusion(index.value(), 0, size.value(), nodes, proof);
  return proof;
}

std::vector<Digest> consistency_proof(TreeSize first, TreeSize second, const NodeReader& nodes) {
  CHECK(first.value() >= 1 && first.value() <= second.value());
  std::vector<Digest> proof;
  add_consistency(first.value(), 0, second.value(), true, nodes, proof);
  return proof;
}

std::vector<NewNode> append(TreeSize size, const std::vector<Digest>& leaf_hashes,
                            const NodeReader& nodes) {
  CHECK(leaf_hashes.size() <= std::numeric_limits<std::uint64_t>::max() - size.value());
  std::vector<NewNode> added;
  added.reserve(2 * leaf_hashes.size());
  // For each level, the left child made here that still waits for its sibling.
  std::array<std::optional<Digest>, kLevels> waiting;
  std::uint64_t leaf_index = size.value();
  for (const Digest& leaf : leaf_hashes) {
    NewNode node{{0, leaf_index++}, leaf};
    added.push_back(node);
    // A right child completes its parent.
    for (; node.address.index % 2 == 1; added.push_back(node)) {
      const NodeAddress sibling{node.address.level, node.address.index - 1};
      auto& left = waiting[static_cast<std::size_t>(node.address.level)];
      const Digest left_hash = left ? *left : nodes.read(sibling);
      left.reset();
      node = {{sibling.level + 1, sibling.index / 2}, node_hash(left_hash, node.hash)};
    }
    waiting[static_cast<std::size_t>(node.address.level)] = node.hash;
  }
  return added;
}

}  // namespace sayso::merkle
