#include "shared/crypto/derive.h"

#include "shared/crypto/hash.h"

namespace sayso::crypto {

SecretKey derive_key(const SecretKey& key, std::string_view context) {
  return hmac_sha256(key, as_bytes(context));
}

}  // namespace sayso::crypto
