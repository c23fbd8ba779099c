// Bytes, views of bytes and fixed arrays of bytes, with their hexadecimal form.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sayso {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

template <std::size_t N>
using ByteArray = std::array<std::uint8_t, N>;

// A digest is always SHA-256 or HMAC-SHA-256 here.
using Digest = ByteArray<32>;

[[nodiscard]] inline ByteView as_bytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

[[nodiscard]] inline std::string_view as_text(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Lower-case, two digits a byte.
[[nodiscard]] std::string encode_hex(ByteView bytes);

// Accepts lower case only, so that one value has one spelling.
[[nodiscard]] std::optional<Bytes> decode_hex(std::string_view text);

}  // namespace sayso
