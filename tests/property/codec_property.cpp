#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "shared/base/instant.h"
#include "shared/encoding/base58btc.h"
#include "shared/encoding/base64.h"
#include "shared/encoding/crockford.h"

namespace sayso::encoding {
namespace {

TEST_CASE("any bytes come back from every spelling of bytes") {
  CHECK(rc::check("decode(encode(bytes)) is the bytes", [](const Bytes& bytes) {
    RC_ASSERT(decode_hex(encode_hex(bytes)) == bytes);
    RC_ASSERT(decode_base64(encode_base64(bytes)) == bytes);
    RC_ASSERT(decode_base64url(encode_base64url(bytes)) == bytes);
    RC_ASSERT(decode_base58btc(encode_base58btc(bytes)) == bytes);
    RC_ASSERT(decode_crockford(encode_crockford(bytes)) == bytes);
  }));
}

// Texts that are likely to be right, or wrong by little.
rc::Gen<std::string> any_spelling(std::string_view alphabet) {
  return rc::gen::container<std::string>(rc::gen::elementOf(std::string(alphabet)));
}

TEST_CASE("any spelling that is accepted is the one that is written") {
  CHECK(rc::check("encode(decode(text)) is the text", [] {
    const auto text64 = *any_spelling("AQgw+/=");
    if (const auto bytes = decode_base64(text64)) RC_ASSERT(encode_base64(*bytes) == text64);
    const auto text_url = *any_spelling("AQgw-_=");
    if (const auto bytes = decode_base64url(text_url))
      RC_ASSERT(encode_base64url(*bytes) == text_url);
    const auto text58 = *any_spelling("12zZ0");
    if (const auto bytes = decode_base58btc(text58)) RC_ASSERT(encode_base58btc(*bytes) == text58);
    const auto text32 = *any_spelling("08gzw");
    if (const auto bytes = decode_crockford(text32)) RC_ASSERT(encode_crockford(*bytes) == text32);
  }));
}

TEST_CASE("any code comes back, however it is cased and spaced") {
  CHECK(rc::check("decode_code of every spelling", [] {
    const CodeBits bits(*rc::gen::inRange<std::uint64_t>(0, std::uint64_t{1} << 60));
    std::string typed;
    for (char c : encode_code(bits)) {
      if (*rc::gen::arbitrary<bool>() && c >= 'A') c = static_cast<char>(c - 'A' + 'a');
      if (c == '1') c = *rc::gen::elementOf(std::string("1iIlL"));
      if (c == '0') c = *rc::gen::elementOf(std::string("0oO"));
      typed += c;
      if (*rc::gen::arbitrary<bool>()) typed += ' ';
    }
    RC_ASSERT(decode_code(typed) == bits);
  }));
}

TEST_CASE("any instant from 1970 to 9999 comes back from its text") {
  CHECK(rc::check("decode(encode(instant)) is the instant", [] {
    const Instant instant{*rc::gen::inRange<std::int64_t>(0, 253'402'300'800)};
    RC_ASSERT(decode_instant(encode_instant(instant)) == instant);
  }));
}

}  // namespace
}  // namespace sayso::encoding
