// Signed notes with Ed25519 keys (c2sp.org/signed-note): text, an empty line, signature lines.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/expected.h"
#include "shared/crypto/ed25519.h"

namespace sayso::protocol {

using KeyId = ByteArray<4>;

// A verifier key as people configure it. The name has no spaces and no plus sign, and is not empty.
struct VerifierKey {
  std::string name;
  crypto::PublicKey key{};
};

// SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key)[:4].
[[nodiscard]] KeyId key_id(const VerifierKey& key);

// `name+a1b2c3d4+base64(0x01 ‖ key)`.
[[nodiscard]] std::string encode_vkey(const VerifierKey& key);
// Accepts exactly what encode_vkey writes: the id must fit the key.
[[nodiscard]] std::optional<VerifierKey> decode_vkey(std::string_view text);
[[nodiscard]] bool is_key_name(std::string_view name);

struct NoteSignature {
  std::string name;
  KeyId key_id{};
  // Of any algorithm: lines of unknown keys are carried along.
  Bytes signature;
};

struct SignedNote {
  // Ends with a newline.
  std::string text;
  std::vector<NoteSignature> signatures;
};

inline constexpr std::size_t kMaxNoteBytes = 128 * 1024;
inline constexpr std::size_t kMaxNoteSignatures = 32;

enum class NoteFault {
  Malformed,
  UnknownKey,      // no line is by this key
  WrongSignature,  // a line claims to be by this key and is not
};

// What is signed is the text's bytes; this puts the signature into its line.
[[nodiscard]] NoteSignature note_signature(const VerifierKey& key,
                                           const crypto::Signature& signature);
[[nodiscard]] SignedNote sign_note(std::string text, std::string name,
                                   const crypto::SigningKey& key);

// Precondition: valid UTF-8 text that ends with a newline, no other control characters, at least
// one signature.
[[nodiscard]] std::string encode_note(const SignedNote& note);
[[nodiscard]] Expected<SignedNote, NoteFault> decode_note(std::string_view text);

// Lines of other keys are ignored, as the specification asks.
[[nodiscard]] Expected<void, NoteFault> verify_note(const SignedNote& note, const VerifierKey& key);

}  // namespace sayso::protocol
