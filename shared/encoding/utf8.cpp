#include "shared/encoding/utf8.h"

#include <cstdint>
#include <cstring>

namespace sayso::encoding {
namespace {

bool is_continuation(std::uint8_t byte) { return (byte & 0xC0) == 0x80; }

// The first byte fixes the length, and for four of them narrows the second byte (RFC 3629 §4).
std::size_t sequence_length(std::uint8_t first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return 2;
  if (first >= 0xE0 && first <= 0xEF) return 3;
  if (first >= 0xF0 && first <= 0xF4) return 4;
  return 0;
}

bool second_fits(std::uint8_t first, std::uint8_t second) {
  if (first == 0xE0) return second >= 0xA0;  // shorter form exists
  if (first == 0xED) return second <= 0x9F;  // surrogates
  if (first == 0xF0) return second >= 0x90;  // shorter form exists
  if (first == 0xF4) return second <= 0x8F;  // past U+10FFFF
  return true;
}

std::size_t valid_length_at(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[offset + i]); };
  const std::size_t length = sequence_length(byte(0));
  if (length > text.size() - offset) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if (!is_continuation(byte(i))) return 0;
  return length > 1 && !second_fits(byte(0), byte(1)) ? 0 : length;
}

// Eight bytes at once, as almost all text is.
bool is_ascii_word(std::string_view text, std::size_t offset) {
  std::uint64_t word = 0;
  if (text.size() - offset < sizeof word) return false;
  std::memcpy(&word, text.data() + offset, sizeof word);
  return (word & 0x8080808080808080U) == 0;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    if (is_ascii_word(text, offset)) {
      offset += sizeof(std::uint64_t);
      continue;
    }
    const std::size_t length = valid_length_at(text, offset);
    if (length == 0) return offset;
    offset += length;
  }
  return std::nullopt;
}

bool is_json_text(std::string_view text) {
  return text.find('\0') == std::string_view::npos && !find_invalid_utf8(text);
}

}  // namespace sayso::encoding
