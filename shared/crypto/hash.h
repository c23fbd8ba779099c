// SHA-256 (FIPS 180-4) and HMAC-SHA-256 (RFC 2104).
#pragma once

#include "shared/base/bytes.h"

namespace sayso::crypto {

[[nodiscard]] Digest sha256(ByteView message);
// Of the concatenation of both, without copying them together.
[[nodiscard]] Digest sha256(ByteView first, ByteView second);
[[nodiscard]] Digest hmac_sha256(ByteView key, ByteView message);
// Time does not depend on the contents; different lengths are unequal.
[[nodiscard]] bool equal_in_constant_time(ByteView a, ByteView b);

}  // namespace sayso::crypto
