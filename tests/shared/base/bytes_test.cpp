#include "shared/base/bytes.h"

#include <doctest/doctest.h>

#include <string>

namespace sayso {
namespace {

TEST_CASE("hexadecimal is lower case with two digits a byte") {
  CHECK(encode_hex(Bytes{0x00, 0x0f, 0xa0, 0xff}) == "000fa0ff");
  CHECK(encode_hex({}).empty());
}

TEST_CASE("hexadecimal comes back as the bytes that it was made of") {
  Bytes all;
  for (int value = 0; value < 256; ++value) all.push_back(static_cast<std::uint8_t>(value));
  CHECK(decode_hex(encode_hex(all)) == all);
  CHECK(decode_hex("") == Bytes{});
}

TEST_CASE("any other spelling of hexadecimal is refused") {
  for (const std::string text :
       {"0", "AB", "0G", "g0", " 00", "0x", "00 ", "/0", ":0", "`0", "\xC3\xA4"}) {
    CAPTURE(text);
    CHECK_FALSE(decode_hex(text).has_value());
  }
}

TEST_CASE("text seen as bytes is the same text again") {
  CHECK(as_text(as_bytes("a\0b")) == "a");
  CHECK(as_text(as_bytes(std::string_view("a\0b", 3))) == std::string_view("a\0b", 3));
}

}  // namespace
}  // namespace sayso
