#include "shared/protocol/multikey.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/hex.h"
#include "tests/support/sample_records.h"

namespace sayso::protocol {
namespace {

// From the did:key method: a multikey and the key that it stands for.
constexpr char kMultikey[] = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

TEST_CASE("a key goes to a multikey and back") {
  const auto key = decode_multikey(kMultikey);
  REQUIRE(key.has_value());
  CHECK(encode_multikey(*key) == kMultikey);
  for (int number = 0; number < 50; ++number) {
    const auto sample = test::sample_key(static_cast<std::uint8_t>(number)).public_key();
    const std::string text = encode_multikey(sample);
    CHECK(text.substr(0, 4) == "z6Mk");
    CHECK(decode_multikey(text) == sample);
  }
}

TEST_CASE("a verification method names the key twice") {
  const auto key = decode_multikey(kMultikey);
  REQUIRE(key.has_value());
  const std::string method = std::string("did:key:") + kMultikey + "#" + kMultikey;
  CHECK(encode_verification_method(*key) == method);
  CHECK(decode_verification_method(method) == key);
}

TEST_CASE("a multikey that is anything else is refused") {
  const std::string good = kMultikey;
  CHECK_FALSE(decode_multikey(""));
  CHECK_FALSE(decode_multikey("z"));
  CHECK_FALSE(decode_multikey(good.substr(1)));
  CHECK_FALSE(decode_multikey("u" + good.substr(1)));
  CHECK_FALSE(decode_multikey(good + "1"));
  CHECK_FALSE(decode_multikey(good.substr(0, good.size() - 1)));
  CHECK_FALSE(decode_multikey("z1" + good.substr(1)));
  CHECK_FALSE(decode_multikey(" " + good));
  CHECK_FALSE(decode_multikey(std::string(100'000, 'z')));
  // The same bytes as a private key, and as an X25519 key: other codecs.
  CHECK_FALSE(decode_multikey("z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq"));
  CHECK_FALSE(decode_multikey("z6LSeu9HkTHSfLLeUs2nnzUSNedgDUevfNQgQjQC23ZCit6F"));
}

TEST_CASE("a verification method that contradicts itself is refused") {
  const std::string other = encode_multikey(test::sample_key(3).public_key());
  const std::string did = "did:key:";
  CHECK_FALSE(decode_verification_method(did + kMultikey));
  CHECK_FALSE(decode_verification_method(did + kMultikey + "#" + other));
  CHECK_FALSE(decode_verification_method(did + kMultikey + "#" + kMultikey + "#" + kMultikey));
  CHECK_FALSE(decode_verification_method(std::string("did:web:") + kMultikey + "#" + kMultikey));
  CHECK_FALSE(decode_verification_method("#"));
}

}  // namespace
}  // namespace sayso::protocol
