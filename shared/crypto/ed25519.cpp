#include "shared/crypto/ed25519.h"

#include <sodium.h>

#include "shared/base/check.h"
#include "shared/crypto/wipe.h"

namespace sayso::crypto {

SigningKey SigningKey::from_seed(const Seed& seed) {
  SigningKey key;
  const int status =
      crypto_sign_ed25519_seed_keypair(key.public_key_.data(), key.secret_.data(), seed.data());
  CHECK(status == 0);
  return key;
}

SigningKey::SigningKey(SigningKey&& other) noexcept
    : public_key_(other.public_key_), secret_(other.secret_) {
  wipe(other.secret_);
}

SigningKey& SigningKey::operator=(SigningKey&& other) noexcept {
  if (this == &other) return *this;
  public_key_ = other.public_key_;
  secret_ = other.secret_;
  wipe(other.secret_);
  return *this;
}

SigningKey::~SigningKey() { wipe(secret_); }

Signature SigningKey::sign(ByteView message) const {
  Signature signature;
  const int status = crypto_sign_ed25519_detached(signature.data(), nullptr, message.data(),
                                                  message.size(), secret_.data());
  CHECK(status == 0);
  return signature;
}

bool verify_signature(const PublicKey& key, ByteView message, const Signature& signature) {
  return crypto_sign_ed25519_verify_detached(signature.data(), message.data(), message.size(),
                                             key.data()) == 0;
}

}  // namespace sayso::crypto
