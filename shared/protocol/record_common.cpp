#include "shared/protocol/record_common.h"

#include "shared/crypto/hash.h"
#include "shared/encoding/crockford.h"

namespace sayso::protocol {

Digest record_hash(const encoding::Json& secured) {
  return crypto::sha256(as_bytes(encoding::encode_canonical(secured)));
}

std::string record_reference(const Digest& record_hash) {
  // Seven bytes hold the 50 bits of ten characters.
  std::string text = encoding::encode_crockford(ByteView(record_hash).first(7)).substr(0, 10);
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text.insert(5, "-");
}

}  // namespace sayso::protocol
