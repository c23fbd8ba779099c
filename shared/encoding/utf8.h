// Valid UTF-8 (RFC 3629): shortest forms only, no surrogates, nothing past U+10FFFF.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace sayso::encoding {

// Byte offset of the first sequence that is not valid; nothing when all of it is.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// What a Json string may hold: valid UTF-8 without U+0000. Ask before building a Json from bytes of
// unknown origin.
[[nodiscard]] bool is_json_text(std::string_view text);

}  // namespace sayso::encoding
