#include "shared/protocol/shown.h"

#include "shared/crypto/hash.h"
#include "shared/encoding/json.h"

namespace sayso::protocol {

Digest shown_hash(const std::vector<Shown>& shown) {
  encoding::Json::Array list;
  for (const Shown& one : shown)
    list.push_back(encoding::Json::Object{{"answer", one.answer},
                                          {"organisation", one.organisation},
                                          {"purpose", one.purpose},
                                          {"question", one.question}});
  return crypto::sha256(as_bytes(encoding::encode_canonical(list)));
}

}  // namespace sayso::protocol
