// Ed25519 (RFC 8032), as libsodium checks it: small-order keys and non-canonical values are
// refused.
#pragma once

#include "shared/base/bytes.h"

namespace sayso::crypto {

using PublicKey = ByteArray<32>;
using Signature = ByteArray<64>;
using Seed = ByteArray<32>;

// Owns a secret; wiped when it goes. Deterministic from its seed: randomness comes from the caller.
class SigningKey {
 public:
  [[nodiscard]] static SigningKey from_seed(const Seed& seed);
  SigningKey(SigningKey&& other) noexcept;
  SigningKey& operator=(SigningKey&& other) noexcept;
  SigningKey(const SigningKey&) = delete;
  SigningKey& operator=(const SigningKey&) = delete;
  ~SigningKey();

  [[nodiscard]] const PublicKey& public_key() const { return public_key_; }
  [[nodiscard]] Signature sign(ByteView message) const;

 private:
  SigningKey() = default;
  PublicKey public_key_{};
  ByteArray<64> secret_{};
};

[[nodiscard]] bool verify_signature(const PublicKey& key, ByteView message,
                                    const Signature& signature);

}  // namespace sayso::crypto
