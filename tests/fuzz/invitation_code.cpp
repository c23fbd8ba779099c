// However a code is typed: what is taken for one is that same code again as it is printed, without
// its hyphens, and in small letters.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "shared/base/bytes.h"
#include "shared/base/check.h"
#include "shared/encoding/crockford.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sayso;
  const auto code = encoding::decode_code(as_text({data, size}));
  if (!code) return 0;
  const std::string printed = encoding::encode_code(*code);
  CHECK(printed.size() == 14);
  CHECK(encoding::decode_code(printed) == code);
  std::string typed;
  for (const char c : printed) {
    if (c != '-') typed += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  CHECK(typed.size() == 12);
  CHECK(encoding::decode_code(typed) == code);
  return 0;
}
