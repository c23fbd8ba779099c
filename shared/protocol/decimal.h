// Numbers as the C2SP formats write them: decimal digits, no sign, no leading zero. Inside the
// folder only.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sayso::protocol {

[[nodiscard]] std::optional<std::uint64_t> decode_decimal(std::string_view text);

}  // namespace sayso::protocol
