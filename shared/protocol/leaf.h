// The leaf: a commitment that shows nothing of its entry, and can be opened by whoever holds the
// salt.
#pragma once

#include <string_view>

#include "shared/base/bytes.h"
#include "shared/protocol/envelope.h"

namespace sayso::protocol {

// Random, drawn per entry. Exactly 32 bytes: HMAC pads and hashes other lengths into colliding
// keys.
using Salt = ByteArray<32>;

// The 32 bytes that the log holds as the entry.
using LeafData = ByteArray<32>;

// HMAC-SHA-256 of the canonical envelope, with the salt as key.
[[nodiscard]] LeafData commit(std::string_view envelope_text, const Salt& salt);
[[nodiscard]] LeafData commit(const Envelope& envelope, const Salt& salt);

// A cover entry's leaf is 32 random bytes: there is no envelope, and no one can tell.

}  // namespace sayso::protocol
