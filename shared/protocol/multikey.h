// An Ed25519 public key as text: Multikey `z6Mk…`, and the did:key that names it as a verification
// method. Source: W3C Controlled Identifiers §2.2.2, did:key method.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/crypto/ed25519.h"

namespace sayso::protocol {

// `z` and base58btc of 0xed 0x01 and the key's 32 bytes.
[[nodiscard]] std::string encode_multikey(const crypto::PublicKey& key);
// Accepts exactly what encode_multikey writes. Says nothing about who holds the key.
[[nodiscard]] std::optional<crypto::PublicKey> decode_multikey(std::string_view text);

// `did:key:z6Mk…#z6Mk…`.
[[nodiscard]] std::string encode_verification_method(const crypto::PublicKey& key);
// Accepts exactly what encode_verification_method writes.
[[nodiscard]] std::optional<crypto::PublicKey> decode_verification_method(std::string_view text);

}  // namespace sayso::protocol
