#include "shared/encoding/crockford.h"

namespace sayso::encoding {
namespace {

constexpr std::string_view kLower = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::string_view kUpper = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

constexpr int kCodeCharacters = 12;

std::optional<std::uint8_t> typed_value(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'I' || c == 'L') c = '1';
  if (c == 'O') c = '0';
  const std::size_t value = kUpper.find(c);
  if (value == std::string_view::npos) return std::nullopt;
  return static_cast<std::uint8_t>(value);
}

// The length in bytes of the separator that the text begins with; 0 when it begins with none.
// Phones and word processors turn a hyphen into a dash (U+2010–U+2015, U+2212) and a space into one
// that does not break (U+00A0).
std::size_t separator_length(std::string_view text) {
  if (std::string_view(" -_\t\r\n").find(text[0]) != std::string_view::npos) return 1;
  if (text.starts_with("\xC2\xA0")) return 2;
  if (text.starts_with("\xE2\x88\x92")) return 3;
  if (text.starts_with("\xE2\x80") && text.size() > 2 && text[2] >= '\x90' && text[2] <= '\x95')
    return 3;
  return 0;
}

}  // namespace

std::string encode_crockford(ByteView bytes) {
  std::string text;
  text.reserve((bytes.size() * 8 + 4) / 5);
  std::uint32_t pending = 0;
  int bits = 0;
  for (const std::uint8_t byte : bytes) {
    pending = pending << 8 | byte;
    for (bits += 8; bits >= 5; bits -= 5) text.push_back(kLower[pending >> (bits - 5) & 31]);
  }
  if (bits > 0) text.push_back(kLower[pending << (5 - bits) & 31]);
  return text;
}

std::optional<Bytes> decode_crockford(std::string_view text) {
  Bytes bytes;
  bytes.reserve(text.size() * 5 / 8);
  std::uint32_t pending = 0;
  int bits = 0;
  for (const char c : text) {
    const std::size_t value = kLower.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    pending = pending << 5 | static_cast<std::uint32_t>(value);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push_back(static_cast<std::uint8_t>(pending >> bits & 255));
    }
  }
  // Five bits or more left over would be a whole character that stands for nothing.
  if (bits >= 5 || (pending & ((1U << bits) - 1)) != 0) return std::nullopt;
  return bytes;
}

std::string encode_id(const IdBytes& bytes) { return encode_crockford(bytes); }

bool is_id(std::string_view text) {
  if (text.size() != 26) return false;
  return decode_crockford(text).has_value();
}

std::string encode_code(CodeBits bits) {
  std::string text;
  for (int i = 0; i < kCodeCharacters; ++i) {
    if (i > 0 && i % 4 == 0) text.push_back('-');
    text.push_back(kUpper[bits.value() >> (5 * (kCodeCharacters - 1 - i)) & 31]);
  }
  return text;
}

std::optional<CodeBits> decode_code(std::string_view typed) {
  std::uint64_t bits = 0;
  int characters = 0;
  while (!typed.empty()) {
    const std::size_t skip = separator_length(typed);
    if (skip == 0) {
      const auto value = typed_value(typed[0]);
      if (!value || ++characters > kCodeCharacters) return std::nullopt;
      bits = bits << 5 | *value;
    }
    typed.remove_prefix(skip == 0 ? 1 : skip);
  }
  if (characters != kCodeCharacters) return std::nullopt;
  return CodeBits{bits};
}

}  // namespace sayso::encoding
