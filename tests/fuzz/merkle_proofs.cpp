// A proof of any length for any place is judged without a fault, and one that was made up does not
// pass. Input: index or first size, tree size, then hashes of 32 bytes.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "shared/base/check.h"
#include "shared/merkle/tree.h"

namespace {

std::uint64_t take_number(sayso::ByteView& input) {
  std::uint64_t number = 0;
  for (int i = 0; i < 8 && !input.empty(); ++i, input = input.subspan(1))
    number = number << 8 | input.front();
  return number;
}

sayso::Digest take_digest(sayso::ByteView& input) {
  sayso::Digest digest{};
  const std::size_t length = std::min(digest.size(), input.size());
  std::copy_n(input.begin(), length, digest.begin());
  input = input.subspan(length);
  return digest;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sayso;
  ByteView input(data, size);
  const std::uint64_t first = take_number(input);
  const std::uint64_t second = take_number(input);
  const Digest leaf = take_digest(input);
  const Digest root = take_digest(input);
  std::vector<Digest> proof;
  while (!input.empty()) proof.push_back(take_digest(input));

  // Only where no hashing comes in can the input alone satisfy the verifier.
  if (merkle::verify_inclusion(EntryIndex(first), TreeSize(second), leaf, proof, root))
    CHECK(second == 1 && first == 0 && proof.empty() && leaf == root);
  if (merkle::verify_consistency(TreeSize(first), TreeSize(second), leaf, root, proof))
    CHECK(proof.empty() && (first == second || first == 0));
  return 0;
}
