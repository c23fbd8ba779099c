#include "shared/protocol/leaf.h"

#include "shared/crypto/hash.h"

namespace sayso::protocol {

LeafData commit(std::string_view envelope_text, const Salt& salt) {
  return crypto::hmac_sha256(salt, as_bytes(envelope_text));
}

LeafData commit(const Envelope& envelope, const Salt& salt) {
  return commit(envelope_text(envelope), salt);
}

}  // namespace sayso::protocol
