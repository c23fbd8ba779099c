// Base58 in Bitcoin's alphabet, as Multikey and proof values write it after their leading `z`
// (which stays outside).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"

namespace sayso::encoding {

// Conversion takes time that grows with the square of the length, so the length is bounded.
inline constexpr std::size_t kMaxBase58Bytes = 512;

// Precondition: at most kMaxBase58Bytes.
[[nodiscard]] std::string encode_base58btc(ByteView bytes);
// Every text over the alphabet that stands for at most kMaxBase58Bytes is accepted; each value has
// one spelling.
[[nodiscard]] std::optional<Bytes> decode_base58btc(std::string_view text);

}  // namespace sayso::encoding
