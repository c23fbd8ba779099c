#include "shared/encoding/base32.h"

#include <doctest/doctest.h>

namespace sayso::encoding {
namespace {

TEST_CASE("base32 is that of RFC 4648 section 10, without padding") {
  CHECK(encode_base32(as_bytes("")).empty());
  CHECK(encode_base32(as_bytes("f")) == "MY");
  CHECK(encode_base32(as_bytes("fo")) == "MZXQ");
  CHECK(encode_base32(as_bytes("foo")) == "MZXW6");
  CHECK(encode_base32(as_bytes("foob")) == "MZXW6YQ");
  CHECK(encode_base32(as_bytes("fooba")) == "MZXW6YTB");
  CHECK(encode_base32(as_bytes("foobar")) == "MZXW6YTBOI");
  CHECK(encode_base32(Bytes(5, 0xff)) == "77777777");
}

}  // namespace
}  // namespace sayso::encoding
