#include "shared/encoding/base64.h"

#include <doctest/doctest.h>

#include <string>

namespace sayso::encoding {
namespace {

struct Example {
  const char* plain;
  const char* encoded;
};

// RFC 4648 §10.
constexpr Example kExamples[] = {{"", ""},
                                 {"f", "Zg=="},
                                 {"fo", "Zm8="},
                                 {"foo", "Zm9v"},
                                 {"foob", "Zm9vYg=="},
                                 {"fooba", "Zm9vYmE="},
                                 {"foobar", "Zm9vYmFy"}};

TEST_CASE("base64 gives the examples of its RFC") {
  for (const Example& example : kExamples) {
    CHECK(encode_base64(as_bytes(example.plain)) == example.encoded);
    const auto decoded = decode_base64(example.encoded);
    REQUIRE(decoded.has_value());
    CHECK(as_text(*decoded) == example.plain);
  }
}

TEST_CASE("base64url differs in two characters and has no padding") {
  const Bytes bytes{0xfb, 0xff, 0xbf, 0xfe};
  CHECK(encode_base64(bytes) == "+/+//g==");
  CHECK(encode_base64url(bytes) == "-_-__g");
  CHECK(decode_base64url("-_-__g") == bytes);
}

TEST_CASE("base64 that is not in its one spelling is refused") {
  for (const std::string text : {"Zg", "Zg=", "Zg===", "=", "====", "Zh==", "Zm9=", "Zm9v=", "Zm 9",
                                 "Zm9v\n", "-_-_", "Z===", "Zg==Zg==", "Zm9vZ"}) {
    CAPTURE(text);
    CHECK_FALSE(decode_base64(text).has_value());
  }
}

TEST_CASE("base64url that is not in its one spelling is refused") {
  for (const std::string text : {"Zg==", "Zh", "Z", "Zm9vZ", "+/+/", "Zm9", " Zg"}) {
    CAPTURE(text);
    CHECK_FALSE(decode_base64url(text).has_value());
  }
  CHECK_FALSE(decode_base64url(std::string_view("Z\0", 2)).has_value());
}

TEST_CASE("every byte value survives base64 at every offset") {
  for (int length = 0; length < 300; ++length) {
    Bytes bytes;
    for (int i = 0; i < length; ++i) bytes.push_back(static_cast<std::uint8_t>(i * 7 + length));
    CHECK(decode_base64(encode_base64(bytes)) == bytes);
    CHECK(decode_base64url(encode_base64url(bytes)) == bytes);
  }
}

}  // namespace
}  // namespace sayso::encoding
