#include "shared/crypto/ed25519.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

#include "shared/crypto/hash.h"
#include "tests/support/hex.h"
#include "tests/support/vectors.h"

namespace sayso::crypto {
namespace {

using test::array_from;
using test::array_from_hex;
using test::from_hex;

struct Example {
  const char* seed;
  const char* key;
  const char* message;
  const char* signature;
};

// RFC 8032 §7.1, tests 1 to 3.
constexpr Example kExamples[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
     "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
     "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
     "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"}};

TEST_CASE("signatures are those of RFC 8032's examples") {
  for (const Example& example : kExamples) {
    const SigningKey key = SigningKey::from_seed(array_from_hex<32>(example.seed));
    const Bytes message = from_hex(example.message);
    CHECK(encode_hex(key.public_key()) == example.key);
    CHECK(encode_hex(key.sign(message)) == example.signature);
    CHECK(verify_signature(key.public_key(), message, key.sign(message)));
  }
}

TEST_CASE("one changed bit anywhere spoils a signature") {
  const SigningKey key = SigningKey::from_seed(array_from_hex<32>(kExamples[2].seed));
  const Bytes message = from_hex(kExamples[2].message);
  const Signature good = key.sign(message);
  for (std::size_t bit = 0; bit < 512; ++bit) {
    Signature bad = good;
    bad[bit / 8] = static_cast<std::uint8_t>(bad[bit / 8] ^ (1U << (bit % 8)));
    CHECK_FALSE(verify_signature(key.public_key(), message, bad));
  }
  CHECK_FALSE(verify_signature(key.public_key(), as_bytes("other"), good));
  const SigningKey other = SigningKey::from_seed(array_from_hex<32>(kExamples[1].seed));
  CHECK_FALSE(verify_signature(other.public_key(), message, good));
}

TEST_CASE("a key that was moved signs as before") {
  SigningKey first = SigningKey::from_seed(array_from_hex<32>(kExamples[0].seed));
  SigningKey second = SigningKey::from_seed(array_from_hex<32>(kExamples[1].seed));
  SigningKey moved(std::move(first));
  CHECK(encode_hex(moved.sign({})) == kExamples[0].signature);
  second = std::move(moved);
  CHECK(encode_hex(second.sign({})) == kExamples[0].signature);
  CHECK(encode_hex(second.public_key()) == kExamples[0].key);
}

TEST_CASE("every Ed25519 verdict of Wycheproof is reached" *
          test::needs_vectors("wycheproof-ed25519.json")) {
  const auto vectors = test::read_vectors("wycheproof-ed25519.json");
  int tests = 0;
  int valid = 0;
  for (const auto& group : vectors["testGroups"]) {
    const auto key = array_from_hex<32>(group["publicKey"]["pk"].get<std::string>());
    for (const auto& test : group["tests"]) {
      CAPTURE(test["tcId"].get<int>());
      const Bytes message = from_hex(test["msg"].get<std::string>());
      const Bytes signature = from_hex(test["sig"].get<std::string>());
      // A signature of another length does not fit the type: refused where it is read.
      const bool accepted =
          signature.size() == 64 && verify_signature(key, message, array_from<64>(signature));
      CHECK(accepted == (test["result"] == "valid"));
      ++tests;
      valid += accepted ? 1 : 0;
    }
  }
  CHECK(tests == 151);
  CHECK(valid == 88);
}

// These are not right or wrong: they tell verifiers apart. A client and a server that part here
// would disagree about who signed what, so the verdicts are pinned, one letter a case.
TEST_CASE("the verdicts on the edge cases of CCTV are the same in every build" *
          test::needs_vectors("cctv-ed25519.json")) {
  const auto vectors = test::read_vectors("cctv-ed25519.json");
  std::string verdicts;
  for (const auto& test : vectors) {
    const bool accepted = verify_signature(array_from_hex<32>(test["key"].get<std::string>()),
                                           as_bytes(test["msg"].get_ref<const std::string&>()),
                                           array_from_hex<64>(test["sig"].get<std::string>()));
    verdicts += accepted ? 'y' : 'n';
  }
  CHECK(verdicts.size() == 914);
  CHECK(std::count(verdicts.begin(), verdicts.end(), 'y') == 43);
  CHECK(encode_hex(sha256(as_bytes(verdicts))) ==
        "0428586bcd069411323f3362044f1a1d2cfcc1f32402a822fa4e6f410fdbc536");
}

}  // namespace
}  // namespace sayso::crypto
