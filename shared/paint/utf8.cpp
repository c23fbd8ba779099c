#include "shared/paint/utf8.h"

namespace sayso::paint {
namespace {

constexpr std::uint32_t replacement = 0xFFFD;

std::size_t length_of(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = length_of(lead);
  if (length == 1) return {lead, 1};
  if (length == 0 || at + length > text.size()) return {replacement, 1};
  std::uint32_t code = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xC0U) != 0x80U) return {replacement, 1};
    code = (code << 6U) | (next & 0x3FU);
  }
  return {code, length};
}

bool is_combining(std::uint32_t code) {
  return (code >= 0x300 && code <= 0x36F) || (code >= 0x20D0 && code <= 0x20FF) ||
         (code >= 0xFE00 && code <= 0xFE2F) || code == 0x200D;
}

bool is_ideograph(std::uint32_t code) {
  return (code >= 0x2E80 && code <= 0x9FFF) || (code >= 0xAC00 && code <= 0xD7AF) ||
         (code >= 0xF900 && code <= 0xFAFF) || (code >= 0xFF00 && code <= 0xFFEF) ||
         (code >= 0x20000 && code <= 0x3FFFF);
}

}  // namespace sayso::paint
