#include "shared/crypto/aead.h"

#include <sodium.h>

#include "shared/base/check.h"

namespace sayso::crypto {
namespace {

constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

}  // namespace

Bytes seal(const AeadKey& key, const AeadNonce& nonce, ByteView associated, ByteView plaintext) {
  Bytes sealed(plaintext.size() + kTagBytes);
  const int status = crypto_aead_xchacha20poly1305_ietf_encrypt(
      sealed.data(), nullptr, plaintext.data(), plaintext.size(), associated.data(),
      associated.size(), nullptr, nonce.data(), key.data());
  CHECK(status == 0);
  return sealed;
}

std::optional<Bytes> open(const AeadKey& key, const AeadNonce& nonce, ByteView associated,
                          ByteView sealed) {
  if (sealed.size() < kTagBytes) return std::nullopt;
  // One byte more than the plaintext, so that there is an address to write to when it is empty.
  Bytes plaintext(sealed.size() - kTagBytes + 1);
  const int status = crypto_aead_xchacha20poly1305_ietf_decrypt(
      plaintext.data(), nullptr, nullptr, sealed.data(), sealed.size(), associated.data(),
      associated.size(), nonce.data(), key.data());
  if (status != 0) return std::nullopt;
  plaintext.pop_back();
  return plaintext;
}

}  // namespace sayso::crypto
