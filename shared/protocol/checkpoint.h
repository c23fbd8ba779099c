// Checkpoints: the log's signed statement of its size and root (c2sp.org/tlog-checkpoint).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/expected.h"
#include "shared/base/tagged.h"
#include "shared/protocol/signed_note.h"

namespace sayso::protocol {

struct Checkpoint {
  // The log's name; ours is also the name of its key.
  std::string origin;
  TreeSize size;
  Digest root{};
  // Opaque and not empty; we write none.
  std::vector<std::string> extensions;
};

enum class CheckpointFault {
  Malformed,    // not a note, or its text is no checkpoint
  WrongOrigin,  // by the right key, about another log
  UnknownKey,
  WrongSignature,
};

// The text of the note: what is signed.
[[nodiscard]] std::string encode_checkpoint(const Checkpoint& checkpoint);
[[nodiscard]] Expected<Checkpoint, CheckpointFault> decode_checkpoint(std::string_view note_text);

// Of a whole signed note. The origin must be the key's name.
[[nodiscard]] Expected<Checkpoint, CheckpointFault> verify_checkpoint(std::string_view note,
                                                                      const VerifierKey& key);

}  // namespace sayso::protocol
