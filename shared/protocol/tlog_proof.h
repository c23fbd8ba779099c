// Offline proofs that an entry is in a log (c2sp.org/tlog-proof@v1).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/expected.h"
#include "shared/base/tagged.h"
#include "shared/merkle/tree.h"
#include "shared/protocol/checkpoint.h"

namespace sayso::protocol {

struct TlogProof {
  // Not authenticated by itself. In our receipts: the salt.
  std::optional<Bytes> extra;
  EntryIndex index;
  // From the leaf's sibling up. At most 63.
  std::vector<Digest> hashes;
  // The signed note, verbatim.
  std::string checkpoint;
};

inline constexpr std::size_t kMaxExtraBytes = 4096;
inline constexpr std::size_t kMaxProofHashes = 63;

// Precondition: the checkpoint is a well-formed signed note.
[[nodiscard]] std::string encode_tlog_proof(const TlogProof& proof);
// Nothing when the text is no such proof; the checkpoint must be a checkpoint.
[[nodiscard]] std::optional<TlogProof> decode_tlog_proof(std::string_view text);

using TlogFault = std::variant<merkle::ProofError, CheckpointFault>;

// `entry` is the leaf's data before hashing. Answers with the checkpoint under which it was proved.
[[nodiscard]] Expected<Checkpoint, TlogFault> verify_tlog_proof(const TlogProof& proof,
                                                                ByteView entry,
                                                                const VerifierKey& key);

}  // namespace sayso::protocol
