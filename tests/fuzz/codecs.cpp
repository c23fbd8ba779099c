// Whatever a decoder of bytes accepts is exactly what its encoder writes.
#include <cstddef>
#include <cstdint>

#include "shared/base/bytes.h"
#include "shared/base/check.h"
#include "shared/encoding/base58btc.h"
#include "shared/encoding/base64.h"
#include "shared/encoding/crockford.h"
#include "shared/merkle/tiles.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sayso;
  const std::string_view text = as_text({data, size});
  if (const auto bytes = decode_hex(text)) CHECK(encode_hex(*bytes) == text);
  if (const auto bytes = encoding::decode_base64(text))
    CHECK(encoding::encode_base64(*bytes) == text);
  if (const auto bytes = encoding::decode_base64url(text))
    CHECK(encoding::encode_base64url(*bytes) == text);
  if (const auto bytes = encoding::decode_base58btc(text))
    CHECK(encoding::encode_base58btc(*bytes) == text);
  if (const auto bytes = encoding::decode_crockford(text))
    CHECK(encoding::encode_crockford(*bytes) == text);
  if (const auto tile = merkle::decode_tile_path(text))
    CHECK(merkle::encode_tile_path(*tile) == text);
  if (const auto code = encoding::decode_code(text))
    CHECK(encoding::decode_code(encoding::encode_code(*code)) == code);
  return 0;
}
