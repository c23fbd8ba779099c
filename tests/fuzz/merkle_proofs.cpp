// A proof of any length for any place is judged without a fault, and one that was made up does not
// pass. Input: index or first size, tree size, then hashes of 32 bytes.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

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

struct Claim {
  std::uint64_t first;
  std::uint64_t second;
  sayso::Digest start;
  sayso::Digest end;
  std::vector<sayso::Digest> proof;
};

bool is_included(const Claim& claim) {
  using namespace sayso;
  return merkle::verify_inclusion(EntryIndex(claim.first), TreeSize(claim.second), claim.start,
                                  claim.proof, claim.end)
      .has_value();
}

bool is_consistent(const Claim& claim) {
  using namespace sayso;
  return merkle::verify_consistency(TreeSize(claim.first), TreeSize(claim.second), claim.start,
                                    claim.end, claim.proof)
      .has_value();
}

void check_claim(bool (*passes)(const Claim&), const Claim& claim) {
  if (!passes(claim)) return;
  Claim other = claim;
  other.start[0] ^= 1;
  CHECK(!passes(other));
  other = claim;
  other.end[31] ^= 1;
  CHECK(!passes(other));
  other = claim;
  other.proof.push_back(claim.end);
  CHECK(!passes(other));
  for (std::size_t i = 0; i < claim.proof.size(); ++i) {
    other = claim;
    other.proof[i][7] ^= 1;
    CHECK(!passes(other));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sayso;
  ByteView input(data, size);
  const std::uint64_t first = take_number(input);
  const std::uint64_t second = take_number(input);
  const Digest start = take_digest(input);
  const Digest end = take_digest(input);
  Claim claim{first, second, start, end, {}};
  while (!input.empty()) claim.proof.push_back(take_digest(input));
  check_claim(is_included, claim);
  // The empty tree is extended by every tree.
  if (first != 0) check_claim(is_consistent, claim);
  return 0;
}
