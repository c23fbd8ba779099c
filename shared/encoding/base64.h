// Base64 with padding (RFC 4648 §4) and base64url without (§5): one spelling for each value.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"

namespace sayso::encoding {

[[nodiscard]] std::string encode_base64(ByteView bytes);
// Accepts exactly what encode_base64 writes: padding present, unused bits zero, no white space.
[[nodiscard]] std::optional<Bytes> decode_base64(std::string_view text);

[[nodiscard]] std::string encode_base64url(ByteView bytes);
// Accepts exactly what encode_base64url writes: no padding, unused bits zero.
[[nodiscard]] std::optional<Bytes> decode_base64url(std::string_view text);

}  // namespace sayso::encoding
