// What a log sends to a witness, and what comes back (c2sp.org/tlog-witness, add-checkpoint).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/tagged.h"
#include "shared/protocol/signed_note.h"

namespace sayso::protocol {

struct AddCheckpoint {
  // The size of the checkpoint that the witness cosigned last; 0 before the first.
  TreeSize old_size;
  // The consistency proof from there. At most 63.
  std::vector<Digest> proof;
  // The signed note, verbatim.
  std::string checkpoint;
};

inline constexpr std::size_t kMaxConsistencyHashes = 63;
// More than any checkpoint with all its lines and a whole proof comes to.
inline constexpr std::size_t kMaxAddCheckpointBytes = 16 * 1024;

[[nodiscard]] std::string encode_add_checkpoint(const AddCheckpoint& request);
// Accepts exactly what encode_add_checkpoint writes. The checkpoint is a note; what it says is not
// looked at.
[[nodiscard]] std::optional<AddCheckpoint> decode_add_checkpoint(std::string_view text);

// The answer to one that was cosigned: signature lines alone.
[[nodiscard]] std::string encode_signature_lines(const std::vector<NoteSignature>& lines);
// At least one line, none of them wrong in form.
[[nodiscard]] std::optional<std::vector<NoteSignature>> decode_signature_lines(
    std::string_view text);

}  // namespace sayso::protocol
