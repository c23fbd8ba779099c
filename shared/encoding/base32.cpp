#include "shared/encoding/base32.h"

namespace sayso::encoding {

std::string encode_base32(ByteView bytes) {
  constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  unsigned held = 0;
  int bits = 0;
  for (const std::uint8_t byte : bytes) {
    held = (held << 8 | byte) & 0xfffu;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += kDigits[held >> bits & 31];
    }
  }
  if (bits > 0) text += kDigits[held << (5 - bits) & 31];
  return text;
}

}  // namespace sayso::encoding
