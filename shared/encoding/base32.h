// Base32 (RFC 4648 §6), upper-case, without padding: how a secret is handed to an app for one-time
// codes.
#pragma once

#include <string>

#include "shared/base/bytes.h"

namespace sayso::encoding {

[[nodiscard]] std::string encode_base32(ByteView bytes);

}  // namespace sayso::encoding
