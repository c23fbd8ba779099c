// Whatever decode_json accepts has one canonical text, which is accepted again as the same value.
#include <cstddef>
#include <cstdint>

#include "shared/base/bytes.h"
#include "shared/base/check.h"
#include "shared/encoding/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sayso;
  const auto json = encoding::decode_json(as_text({data, size}));
  if (!json) {
    CHECK(json.error().line >= 1 && json.error().column >= 1 && json.error().column <= size + 1);
    return 0;
  }
  const std::string canonical = encoding::encode_canonical(*json);
  const auto again = encoding::decode_json(canonical, {size * 2 + 16, 16});
  CHECK(again.has_value() && *again == *json);
  CHECK(encoding::encode_canonical(*again) == canonical);
  return 0;
}
