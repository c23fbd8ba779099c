#include "shared/crypto/aead.h"

#include <doctest/doctest.h>

#include "tests/support/hex.h"
#include "tests/support/vectors.h"

namespace sayso::crypto {
namespace {

using test::array_from;
using test::array_from_hex;
using test::from_hex;

const std::string_view kPlaintext =
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
    "sunscreen would be it.";

// draft-irtf-cfrg-xchacha-03 §A.3.1.
struct Example {
  AeadKey key =
      array_from_hex<32>("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
  AeadNonce nonce = array_from_hex<24>("404142434445464748494a4b4c4d4e4f5051525354555657");
  Bytes associated = from_hex("50515253c0c1c2c3c4c5c6c7");
  Bytes sealed = from_hex(
      "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda"
      "7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b23835"
      "65d3fff921f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49");
};

TEST_CASE("sealing gives the example of the XChaCha draft, and opening gives the text back") {
  const Example example;
  CHECK(seal(example.key, example.nonce, example.associated, as_bytes(kPlaintext)) ==
        example.sealed);
  const auto opened = open(example.key, example.nonce, example.associated, example.sealed);
  REQUIRE(opened.has_value());
  CHECK(as_text(*opened) == kPlaintext);
}

TEST_CASE("nothing opens when a bit of anything has changed") {
  const Example example;
  for (std::size_t i = 0; i < example.sealed.size(); ++i) {
    Bytes sealed = example.sealed;
    sealed[i] ^= 0x10;
    CHECK_FALSE(open(example.key, example.nonce, example.associated, sealed).has_value());
  }
  AeadKey key = example.key;
  key[31] ^= 1;
  CHECK_FALSE(open(key, example.nonce, example.associated, example.sealed).has_value());
  AeadNonce nonce = example.nonce;
  nonce[23] ^= 1;
  CHECK_FALSE(open(example.key, nonce, example.associated, example.sealed).has_value());
  CHECK_FALSE(open(example.key, example.nonce, as_bytes("row 2"), example.sealed).has_value());
}

TEST_CASE("what is shorter than a tag does not open") {
  const Example example;
  for (std::size_t length = 0; length <= 16; ++length)
    CHECK_FALSE(open(example.key, example.nonce, {}, Bytes(length, 0)).has_value());
}

TEST_CASE("an empty text can be sealed and opened") {
  const Example example;
  const Bytes sealed = seal(example.key, example.nonce, {}, {});
  CHECK(sealed.size() == 16);
  CHECK(open(example.key, example.nonce, {}, sealed) == Bytes{});
}

bool agrees(const nlohmann::json& test) {
  const auto bytes = [&](const char* name) { return from_hex(test[name].get<std::string>()); };
  const bool is_valid = test["result"] == "valid";
  const Bytes nonce = bytes("iv");
  // A nonce of another length does not fit the type.
  if (nonce.size() != 24) return !is_valid;
  Bytes sealed = bytes("ct");
  const Bytes tag = bytes("tag");
  sealed.insert(sealed.end(), tag.begin(), tag.end());
  const AeadKey key = array_from<32>(bytes("key"));
  const auto opened = open(key, array_from<24>(nonce), bytes("aad"), sealed);
  if (!is_valid) return !opened.has_value();
  return opened == bytes("msg") &&
         seal(key, array_from<24>(nonce), bytes("aad"), bytes("msg")) == sealed;
}

TEST_CASE("every XChaCha20-Poly1305 verdict of Wycheproof is reached" *
          test::needs_vectors("wycheproof-xchacha20-poly1305.json")) {
  const auto vectors = test::read_vectors("wycheproof-xchacha20-poly1305.json");
  int tests = 0;
  for (const auto& group : vectors["testGroups"]) {
    for (const auto& test : group["tests"]) {
      CAPTURE(test["tcId"].get<int>());
      CHECK(agrees(test));
      ++tests;
    }
  }
  CHECK(tests == 315);
}

}  // namespace
}  // namespace sayso::crypto
