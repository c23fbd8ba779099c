// The verifiers of RFC 9162 §2.1.3.2 and §2.1.4.2, step by step. They hold nothing but two numbers
// whose low bits say where the path stands: in the tree of the proof, and on its right edge.
#include "shared/merkle/tree.h"

#include <bit>
#include <cstddef>

namespace sayso::merkle {
namespace {

class Path {
 public:
  Path(std::uint64_t place, std::uint64_t last) : place_(place), last_(last) {}

  [[nodiscard]] bool at_root() const { return last_ == 0; }
  [[nodiscard]] bool sibling_is_left() const { return place_ % 2 == 1 || place_ == last_; }

  void skip_while_right() {
    while (place_ % 2 == 1) up();
  }
  // From a node on the right edge, past the levels where it has no sibling.
  void skip_missing_siblings() {
    while (place_ % 2 == 0 && place_ != 0) up();
  }
  void up() {
    place_ >>= 1;
    last_ >>= 1;
  }

 private:
  std::uint64_t place_;
  std::uint64_t last_;
};

}  // namespace

Expected<void, ProofError> verify_inclusion(EntryIndex index, TreeSize size, const Digest& leaf,
                                            const std::vector<Digest>& proof, const Digest& root) {
  if (!(index.value() < size.value())) return failure(ProofError::IndexBeyondSize);
  Path path(index.value(), size.value() - 1);
  Digest hash = leaf;
  for (const Digest& sibling : proof) {
    if (path.at_root()) return failure(ProofError::WrongLength);
    if (path.sibling_is_left()) {
      hash = node_hash(sibling, hash);
      path.skip_missing_siblings();
    } else {
      hash = node_hash(hash, sibling);
    }
    path.up();
  }
  if (!path.at_root()) return failure(ProofError::WrongLength);
  if (hash != root) return failure(ProofError::WrongRoot);
  return {};
}

namespace {

// Sizes and roots where no walk is needed: equal trees, and the empty tree, which every tree
// extends.
Expected<void, ProofError> verify_without_proof(bool roots_agree, std::size_t proof_length) {
  if (proof_length != 0) return failure(ProofError::WrongLength);
  if (!roots_agree) return failure(ProofError::WrongRoot);
  return {};
}

}  // namespace

Expected<void, ProofError> verify_consistency(TreeSize first, TreeSize second,
                                              const Digest& first_root, const Digest& second_root,
                                              const std::vector<Digest>& proof) {
  if (second < first) return failure(ProofError::IndexBeyondSize);
  if (first == second) return verify_without_proof(first_root == second_root, proof.size());
  if (first.value() == 0) return verify_without_proof(first_root == empty_root(), proof.size());

  // A first tree that is complete is itself the node that the walk starts from; the proof leaves it
  // out.
  const bool is_complete = std::has_single_bit(first.value());
  if (!is_complete && proof.empty()) return failure(ProofError::WrongLength);
  Path path(first.value() - 1, second.value() - 1);
  path.skip_while_right();
  Digest old_hash = is_complete ? first_root : proof.front();
  Digest new_hash = old_hash;
  for (std::size_t i = is_complete ? 0 : 1; i < proof.size(); ++i) {
    if (path.at_root()) return failure(ProofError::WrongLength);
    if (path.sibling_is_left()) {
      old_hash = node_hash(proof[i], old_hash);
      new_hash = node_hash(proof[i], new_hash);
      path.skip_missing_siblings();
    } else {
      new_hash = node_hash(new_hash, proof[i]);
    }
    path.up();
  }
  if (!path.at_root()) return failure(ProofError::WrongLength);
  if (old_hash != first_root || new_hash != second_root) return failure(ProofError::WrongRoot);
  return {};
}

}  // namespace sayso::merkle
