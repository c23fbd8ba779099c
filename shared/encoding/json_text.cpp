#include "shared/encoding/json_text.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "shared/encoding/utf8.h"

namespace sayso::encoding {
namespace {

constexpr std::size_t kEscapeLength = 6;  // \uXXXX

// The code unit of a \uXXXX escape that begins at this offset; nothing when there is none.
std::optional<std::uint16_t> escaped_unit(std::string_view text, std::size_t offset) {
  if (offset + kEscapeLength > text.size() || text.substr(offset, 2) != "\\u") return std::nullopt;
  const char* end = text.data() + offset + kEscapeLength;
  std::uint16_t unit = 0;
  const auto parsed = std::from_chars(end - 4, end, unit, 16);
  if (parsed.ptr != end) return std::nullopt;
  return unit;
}

bool is_high(std::uint16_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low(std::uint16_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

// The length of the good escape that begins here (an incomplete one is left to the grammar); 0 for
// a bad one.
std::size_t escape_length(std::string_view text, std::size_t offset) {
  const auto unit = escaped_unit(text, offset);
  if (!unit) return std::min<std::size_t>(2, text.size() - offset);
  if (*unit == 0 || is_low(*unit)) return 0;
  if (!is_high(*unit)) return kEscapeLength;
  const auto next = escaped_unit(text, offset + kEscapeLength);
  return next && is_low(*next) ? 2 * kEscapeLength : 0;
}

std::optional<std::size_t> find_bad_escape(std::string_view text) {
  std::size_t offset = text.find('\\');
  while (offset != std::string_view::npos) {
    const std::size_t length = escape_length(text, offset);
    if (length == 0) return offset;
    offset = text.find('\\', offset + length);
  }
  return std::nullopt;
}

}  // namespace

std::optional<TextFault> find_text_fault(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) return TextFault{JsonError::Syntax, 0};
  std::size_t first = text.size();
  if (const auto offset = find_invalid_utf8(text)) first = std::min(first, *offset);
  if (const auto offset = find_bad_escape(text)) first = std::min(first, *offset);
  const std::size_t zero = text.find('\0');
  if (zero < first) return TextFault{JsonError::Syntax, zero};
  if (first < text.size()) return TextFault{JsonError::InvalidText, first};
  return std::nullopt;
}

}  // namespace sayso::encoding
