// The append-only Merkle tree of RFC 6962 §2 / RFC 9162 §2.1, over leaf hashes.
#pragma once

#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/expected.h"
#include "shared/base/tagged.h"

namespace sayso::merkle {

// SHA-256(0x00 ‖ data).
[[nodiscard]] Digest leaf_hash(ByteView data);
// SHA-256(0x01 ‖ left ‖ right).
[[nodiscard]] Digest node_hash(const Digest& left, const Digest& right);
// SHA-256 of nothing.
[[nodiscard]] Digest empty_root();

enum class ProofError {
  IndexBeyondSize,
  WrongLength,  // more or fewer hashes than index and size need
  WrongRoot,
};

// RFC 9162 §2.1.3.2. Hashes go from the leaf's sibling up to the root.
[[nodiscard]] Expected<void, ProofError> verify_inclusion(EntryIndex index, TreeSize size,
                                                          const Digest& leaf,
                                                          const std::vector<Digest>& proof,
                                                          const Digest& root);
// RFC 9162 §2.1.4.2. Sizes in either order of equality; first ≤ second.
[[nodiscard]] Expected<void, ProofError> verify_consistency(TreeSize first, TreeSize second,
                                                            const Digest& first_root,
                                                            const Digest& second_root,
                                                            const std::vector<Digest>& proof);

// A complete subtree: covers leaves [index·2^level, (index+1)·2^level).
struct NodeAddress {
  int level = 0;
  std::uint64_t index = 0;
};

// Where the hashes of a tree are kept. Asked only for complete subtrees of what was appended.
class NodeReader {
 public:
  virtual ~NodeReader() = default;
  [[nodiscard]] virtual Digest read(NodeAddress address) const = 0;
};

[[nodiscard]] Digest root(TreeSize size, const NodeReader& nodes);
// Precondition: index < size.
[[nodiscard]] std::vector<Digest> inclusion_proof(EntryIndex index, TreeSize size,
                                                  const NodeReader& nodes);
// Precondition: 1 ≤ first ≤ second.
[[nodiscard]] std::vector<Digest> consistency_proof(TreeSize first, TreeSize second,
                                                    const NodeReader& nodes);

struct NewNode {
  NodeAddress address;
  Digest hash;
};

// Every complete subtree that appending these leaf hashes to a tree of `size` creates, the leaves
// included, in an order in which children precede parents.
[[nodiscard]] std::vector<NewNode> append(TreeSize size, const std::vector<Digest>& leaf_hashes,
                                          const NodeReader& nodes);

}  // namespace sayso::merkle
