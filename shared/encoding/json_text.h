// Faults of a JSON text that no grammar is needed to find, because a backslash stands in strings
// alone.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "shared/encoding/json.h"

namespace sayso::encoding {

struct TextFault {
  JsonError error = JsonError::InvalidText;
  std::size_t offset = 0;
};

// A byte order mark or a raw zero byte (the parser would skip the one and stop at the other), bytes
// that are not UTF-8, an escaped lone surrogate, an escaped U+0000.
[[nodiscard]] std::optional<TextFault> find_text_fault(std::string_view text);

}  // namespace sayso::encoding
