#include "shared/encoding/crockford.h"

#include <doctest/doctest.h>

#include <string>

namespace sayso::encoding {
namespace {

TEST_CASE("ids are 26 lower-case characters") {
  IdBytes bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i);
  CHECK(encode_id(bytes) == "000g40r40m30e209185gr38e1w");
  bytes.fill(0xff);
  CHECK(encode_id(bytes) == "zzzzzzzzzzzzzzzzzzzzzzzzzw");
  CHECK(is_id("000g40r40m30e209185gr38e1w"));
}

TEST_CASE("an id has one spelling") {
  for (const std::string text :
       {"", "000g40r40m30e209185gr38e1", "000g40r40m30e209185gr38e1w0",
        "000G40R40M30E209185GR38E1W", "ooog40r40m30e209185gr38e1w", "000g40r40m30e209185gr38e1x",
        "000g40r40m30e209185gr38e1y", "000g40r40m30e209185gr38e1z", "000g-40r40m30e209185gr38e1",
        "uuug40r40m30e209185gr38e1w"}) {
    CAPTURE(text);
    CHECK_FALSE(is_id(text));
  }
}

TEST_CASE("bytes of every length survive base32") {
  CHECK(encode_crockford(as_bytes("foobar")) == "csqpyrk1e8");
  for (std::size_t length = 0; length < 40; ++length) {
    Bytes bytes;
    for (std::size_t i = 0; i < length; ++i)
      bytes.push_back(static_cast<std::uint8_t>(i * 101 + length));
    CHECK(decode_crockford(encode_crockford(bytes)) == bytes);
  }
}

TEST_CASE("base32 of a length that no bytes have is refused") {
  for (const std::string text : {"0", "000", "000000", "00000000000"}) {
    CAPTURE(text);
    CHECK_FALSE(decode_crockford(text).has_value());
  }
}

TEST_CASE("a code is shown in three groups of upper-case characters") {
  CHECK(encode_code(CodeBits(0)) == "0000-0000-0000");
  CHECK(encode_code(CodeBits(1)) == "0000-0000-0001");
  CHECK(encode_code(CodeBits((std::uint64_t{1} << 60) - 1)) == "ZZZZ-ZZZZ-ZZZZ");
  CHECK(encode_code(CodeBits(~std::uint64_t{0})) == "ZZZZ-ZZZZ-ZZZZ");
}

TEST_CASE("a code may be typed in any of the ways that people type") {
  const auto bits = decode_code("1AB0-CDEF-GHJK");
  REQUIRE(bits.has_value());
  CHECK(encode_code(*bits) == "1AB0-CDEF-GHJK");
  for (const std::string typed :
       {"1ab0cdefghjk", "IABOCDEFGHJK", "labocdefghjk", "i-a-b-o cdef ghjk", " 1AB0 CDEF GHJK\n",
        "1AB0\xE2\x80\x93"
        "CDEF\xE2\x80\x94GHJK",
        "1AB0\xC2\xA0"
        "CDEF\xE2\x88\x92GHJK",
        "1AB0_CDEF_GHJK"}) {
    CAPTURE(typed);
    CHECK(decode_code(typed) == bits);
  }
}

TEST_CASE("what is not a code of twelve characters is refused") {
  for (const std::string typed :
       {"", "-", "1AB0CDEFGHJ", "1AB0CDEFGHJKM", "1AB0CDEFGHJU", "1AB0CDEFGHJ*",
        "1AB0CDEFGHJ\xC3\xA9", "1AB0CDEFGHJ\xE2\x80\x96", "1AB0CDEFGHJ\xE2"}) {
    CAPTURE(typed);
    CHECK_FALSE(decode_code(typed).has_value());
  }
}

}  // namespace
}  // namespace sayso::encoding
