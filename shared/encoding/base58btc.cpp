// Both directions are one change of base over big-endian digits. Leading zero bytes, which have no
// digits, are written as that many leading `1`.
#include "shared/encoding/base58btc.h"

#include <algorithm>
#include <vector>

#include "shared/base/check.h"

namespace sayso::encoding {
namespace {

constexpr std::string_view kAlphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

// 512 bytes of 255 take 700 characters.
constexpr std::size_t kMaxCharacters = 700;

// number = number · base + digit, in digits of `radix`, least significant first. Both are known to
// the compiler: a division by a number that is not takes as long as all the rest.
template <unsigned radix, unsigned base>
void multiply_add(std::vector<std::uint8_t>& number, unsigned digit) {
  unsigned carry = digit;
  for (std::uint8_t& place : number) {
    carry += place * base;
    place = static_cast<std::uint8_t>(carry % radix);
    carry /= radix;
  }
  for (; carry > 0; carry /= radix) number.push_back(static_cast<std::uint8_t>(carry % radix));
}

}  // namespace

std::string encode_base58btc(ByteView bytes) {
  CHECK(bytes.size() <= kMaxBase58Bytes);
  const auto first = std::find_if(bytes.begin(), bytes.end(), [](auto byte) { return byte != 0; });
  std::string text(static_cast<std::size_t>(first - bytes.begin()), kAlphabet[0]);
  std::vector<std::uint8_t> digits;
  for (auto byte = first; byte != bytes.end(); ++byte) multiply_add<58, 256>(digits, *byte);
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) text += kAlphabet[*digit];
  return text;
}

std::optional<Bytes> decode_base58btc(std::string_view text) {
  if (text.size() > kMaxCharacters) return std::nullopt;
  const std::size_t zeros = std::min(text.find_first_not_of(kAlphabet[0]), text.size());
  Bytes number;
  for (const char c : text.substr(zeros)) {
    const std::size_t digit = kAlphabet.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    multiply_add<256, 58>(number, static_cast<unsigned>(digit));
  }
  if (zeros + number.size() > kMaxBase58Bytes) return std::nullopt;
  Bytes bytes(zeros, 0);
  bytes.insert(bytes.end(), number.rbegin(), number.rend());
  return bytes;
}

}  // namespace sayso::encoding
