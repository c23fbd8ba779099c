#include <doctest/doctest.h>

#include "shared/merkle/tree.h"
#include "tests/shared/merkle/naive_tree.h"
#include "tests/support/memory_nodes.h"

namespace sayso::merkle {
namespace {

constexpr std::size_t kSize = 33;

Digest flipped(Digest digest) {
  digest[7] ^= 0x20;
  return digest;
}

struct Inclusion {
  std::uint64_t index;
  std::uint64_t size;
  Digest leaf;
  std::vector<Digest> proof;
  Digest root;

  [[nodiscard]] bool holds() const {
    return verify_inclusion(EntryIndex(index), TreeSize(size), leaf, proof, root).has_value();
  }
};

void check_tampered_inclusion(const Inclusion& good) {
  for (std::size_t i = 0; i < good.proof.size(); ++i) {
    Inclusion bad = good;
    bad.proof[i] = flipped(bad.proof[i]);
    CHECK_FALSE(bad.holds());
    bad = good;
    bad.proof.erase(bad.proof.begin() + static_cast<std::ptrdiff_t>(i));
    CHECK_FALSE(bad.holds());
    bad = good;
    bad.proof.insert(bad.proof.begin() + static_cast<std::ptrdiff_t>(i), good.proof[i]);
    CHECK_FALSE(bad.holds());
  }
  Inclusion bad = good;
  bad.proof.push_back(good.root);
  CHECK_FALSE(bad.holds());
  bad = good;
  bad.leaf = flipped(bad.leaf);
  CHECK_FALSE(bad.holds());
  bad = good;
  bad.root = flipped(bad.root);
  CHECK_FALSE(bad.holds());
  for (std::uint64_t index = 0; index <= good.size; ++index) {
    bad = good;
    bad.index = index;
    CHECK(bad.holds() == (index == good.index));
  }
}

TEST_CASE("every inclusion proof verifies, and none that was tampered with") {
  const Leaves leaves = some_leaves(kSize);
  for (std::size_t size = 1; size <= kSize; ++size) {
    const Leaves some = slice(leaves, 0, size);
    for (std::size_t index = 0; index < size; ++index) {
      const Inclusion good{index, size, leaves[index], naive_path(index, some), naive_root(some)};
      CHECK(good.holds());
      check_tampered_inclusion(good);
    }
  }
}

struct Consistency {
  std::uint64_t first;
  std::uint64_t second;
  Digest first_root;
  Digest second_root;
  std::vector<Digest> proof;

  [[nodiscard]] bool holds() const {
    return verify_consistency(TreeSize(first), TreeSize(second), first_root, second_root, proof)
        .has_value();
  }
};

void check_tampered_consistency(const Consistency& good) {
  for (std::size_t i = 0; i < good.proof.size(); ++i) {
    Consistency bad = good;
    bad.proof[i] = flipped(bad.proof[i]);
    CHECK_FALSE(bad.holds());
    bad = good;
    bad.proof.erase(bad.proof.begin() + static_cast<std::ptrdiff_t>(i));
    CHECK_FALSE(bad.holds());
  }
  Consistency bad = good;
  bad.proof.push_back(good.second_root);
  CHECK_FALSE(bad.holds());
  bad = good;
  bad.first_root = flipped(bad.first_root);
  CHECK_FALSE(bad.holds());
  bad = good;
  bad.second_root = flipped(bad.second_root);
  CHECK_FALSE(bad.holds());
  bad = good;
  std::swap(bad.first, bad.second);
  CHECK(bad.holds() == (good.first == good.second));
}

TEST_CASE("every consistency proof verifies, and none that was tampered with") {
  const Leaves leaves = some_leaves(kSize);
  for (std::size_t second = 1; second <= kSize; ++second) {
    const Leaves some = slice(leaves, 0, second);
    for (std::size_t first = 1; first <= second; ++first) {
      const Consistency good{first, second, naive_root(slice(leaves, 0, first)), naive_root(some),
                             naive_subproof(first, some, true)};
      CHECK(good.holds());
      check_tampered_consistency(good);
    }
  }
}

TEST_CASE("every tree extends the empty tree, which needs no proof") {
  const Leaves leaves = some_leaves(3);
  Consistency empty{0, 3, empty_root(), naive_root(leaves), {}};
  CHECK(empty.holds());
  empty.first_root = leaves[0];
  CHECK_FALSE(empty.holds());
  empty.first_root = empty_root();
  empty.proof.push_back(leaves[0]);
  CHECK_FALSE(empty.holds());
  CHECK(Consistency{0, 0, empty_root(), empty_root(), {}}.holds());
}

TEST_CASE("a refusal says what is wrong first") {
  const Leaves leaves = some_leaves(4);
  const Digest top = naive_root(leaves);
  auto proof = naive_path(1, leaves);
  const auto verdict = [&](std::uint64_t index, std::uint64_t size, const Digest& leaf) {
    const auto result = verify_inclusion(EntryIndex(index), TreeSize(size), leaf, proof, top);
    REQUIRE_FALSE(result.has_value());
    return result.error();
  };
  CHECK(verdict(4, 4, leaves[1]) == ProofError::IndexBeyondSize);
  CHECK(verdict(0, 0, leaves[1]) == ProofError::IndexBeyondSize);
  CHECK(verdict(1, 4, leaves[2]) == ProofError::WrongRoot);
  proof.pop_back();
  CHECK(verdict(1, 4, leaves[1]) == ProofError::WrongLength);
}

}  // namespace
}  // namespace sayso::merkle
