// XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03): encryption at rest.
#pragma once

#include <optional>

#include "shared/base/bytes.h"

namespace sayso::crypto {

using AeadKey = ByteArray<32>;
using AeadNonce = ByteArray<24>;

// Ciphertext followed by the 16-byte tag. The nonce must be fresh and random for each call; it is
// not included.
[[nodiscard]] Bytes seal(const AeadKey& key, const AeadNonce& nonce, ByteView associated,
                         ByteView plaintext);
// Nothing when anything differs from what was sealed.
[[nodiscard]] std::optional<Bytes> open(const AeadKey& key, const AeadNonce& nonce,
                                        ByteView associated, ByteView sealed);

}  // namespace sayso::crypto
