#include "shared/crypto/hash.h"

#include <doctest/doctest.h>

#include "shared/crypto/derive.h"
#include "shared/crypto/wipe.h"
#include "tests/support/hex.h"

namespace sayso::crypto {
namespace {

TEST_CASE("SHA-256 gives the examples of FIPS 180-4") {
  CHECK(encode_hex(sha256({})) ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(encode_hex(sha256(as_bytes("abc"))) ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("SHA-256 of two parts is that of both together, wherever they part") {
  const std::string text(200, 'q');
  const std::string_view whole(text);
  for (std::size_t cut = 0; cut <= whole.size(); ++cut)
    CHECK(sha256(as_bytes(whole.substr(0, cut)), as_bytes(whole.substr(cut))) ==
          sha256(as_bytes(whole)));
}

TEST_CASE("HMAC-SHA-256 gives the examples of RFC 4231") {
  CHECK(encode_hex(hmac_sha256(Bytes(20, 0x0b), as_bytes("Hi There"))) ==
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  CHECK(encode_hex(hmac_sha256(as_bytes("Jefe"), as_bytes("what do ya want for nothing?"))) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(
      encode_hex(hmac_sha256(Bytes(131, 0xaa),
                             as_bytes("Test Using Larger Than Block-Size Key - Hash Key First"))) ==
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("a key is derived by HMAC of its context") {
  SecretKey key;
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<std::uint8_t>(i);
  CHECK(encode_hex(derive_key(key, "sayso/v1/test")) ==
        "09782264ab7ae400b4230dce497d52d8c6ef5cffaa07b0d50180023c26a3d9ff");
  CHECK(derive_key(key, "sayso/v1/test") != derive_key(key, "sayso/v1/tesu"));
  CHECK(derive_key(key, "") != key);
}

TEST_CASE("equal bytes are equal and others are not") {
  CHECK(equal_in_constant_time({}, {}));
  CHECK(equal_in_constant_time(as_bytes("same"), as_bytes("same")));
  CHECK_FALSE(equal_in_constant_time(as_bytes("same"), as_bytes("samf")));
  CHECK_FALSE(equal_in_constant_time(as_bytes("same"), as_bytes("sam")));
  CHECK_FALSE(equal_in_constant_time(as_bytes("same"), {}));
}

TEST_CASE("wiping leaves zeroes, and an empty string") {
  Bytes secret{1, 2, 3};
  {
    const WipeAtExit guard(secret);
    CHECK(secret[0] == 1);
  }
  CHECK(secret == Bytes{0, 0, 0});
  std::string text = "secret";
  wipe(text);
  CHECK(text.empty());
  wipe(std::span<std::uint8_t>());
}

}  // namespace
}  // namespace sayso::crypto
