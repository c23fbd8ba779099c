#include "shared/encoding/base58btc.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/hex.h"

namespace sayso::encoding {
namespace {

struct Example {
  std::string_view plain;
  std::string_view encoded;
};

// draft-msporny-base58-03 §5.
constexpr Example kExamples[] = {{"Hello World!", "2NEpo7TZRRrLZSi2U"},
                                 {"The quick brown fox jumps over the lazy dog.",
                                  "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"},
                                 {{"\x00\x00\x28\x7f\xb4\xcd", 6}, "11233QC4"},
                                 {"", ""},
                                 {{"\x00", 1}, "1"},
                                 {{"\x00\x00\x00", 3}, "111"}};

TEST_CASE("base58 gives the examples of its draft, both ways") {
  for (const Example& example : kExamples) {
    CHECK(encode_base58btc(as_bytes(example.plain)) == example.encoded);
    const auto decoded = decode_base58btc(example.encoded);
    REQUIRE(decoded.has_value());
    CHECK(as_text(*decoded) == example.plain);
  }
}

TEST_CASE("characters outside base58 are refused") {
  for (const std::string text : {"0", "O", "I", "l", "2NE 7", "z+", "1\xC3\xA9"}) {
    CAPTURE(text);
    CHECK_FALSE(decode_base58btc(text).has_value());
  }
}

TEST_CASE("the longest value survives base58, and a longer text is refused before any work") {
  const Bytes longest(kMaxBase58Bytes, 0xff);
  const std::string text = encode_base58btc(longest);
  CHECK(decode_base58btc(text) == longest);
  CHECK_FALSE(decode_base58btc(text + "2").has_value());
  CHECK_FALSE(decode_base58btc(std::string(1'000'000, 'z')).has_value());
  CHECK(decode_base58btc(std::string(kMaxBase58Bytes, '1')) == Bytes(kMaxBase58Bytes, 0));
  CHECK_FALSE(decode_base58btc(std::string(kMaxBase58Bytes + 1, '1')).has_value());
}

TEST_CASE("every length survives base58, with and without leading zeroes") {
  for (std::size_t length = 0; length < 70; ++length) {
    for (std::size_t zeroes = 0; zeroes <= length; zeroes += 5) {
      Bytes bytes(length, 0);
      for (std::size_t i = zeroes; i < length; ++i)
        bytes[i] = static_cast<std::uint8_t>(i * 37 + length);
      CHECK(decode_base58btc(encode_base58btc(bytes)) == bytes);
    }
  }
}

}  // namespace
}  // namespace sayso::encoding
