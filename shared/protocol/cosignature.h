// Cosignatures of witnesses over checkpoints (c2sp.org/tlog-cosignature, cosignature/v1, Ed25519).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/expected.h"
#include "shared/base/instant.h"
#include "shared/crypto/ed25519.h"
#include "shared/protocol/signed_note.h"

namespace sayso::protocol {

// A witness. Its key id is of another kind than a log's, so that neither is taken for the other.
struct WitnessKey {
  std::string name;
  crypto::PublicKey key{};
};

// SHA-256(name ‖ 0x0A ‖ 0x04 ‖ key)[:4].
[[nodiscard]] KeyId key_id(const WitnessKey& key);

// `name+a1b2c3d4+base64(0x04 ‖ key)`.
[[nodiscard]] std::string encode_witness_vkey(const WitnessKey& key);
// Accepts exactly what encode_witness_vkey writes.
[[nodiscard]] std::optional<WitnessKey> decode_witness_vkey(std::string_view text);

// `checkpoint_text` is the note's text, without signatures. Precondition: `now` is not before 1970.
[[nodiscard]] NoteSignature cosign(std::string_view checkpoint_text, const std::string& name,
                                   const crypto::SigningKey& key, Instant now);

// When this witness saw the checkpoint, as it says itself. Lines of other keys are ignored; of
// several by this key, every one has to be right, and the latest counts.
[[nodiscard]] Expected<Instant, NoteFault> verify_cosignature(const SignedNote& checkpoint,
                                                              const WitnessKey& key);

// What lines of the shape of cosignatures claim. Nothing is verified: that takes the witnesses'
// keys.
struct ClaimedCosignatures {
  // Of different keys.
  std::size_t witnesses = 0;
  // When the last of them signed, as it says itself.
  Instant last;
};
[[nodiscard]] ClaimedCosignatures claimed_cosignatures(const SignedNote& checkpoint);

}  // namespace sayso::protocol
