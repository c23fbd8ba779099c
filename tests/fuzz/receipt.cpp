// Whatever is read as a receipt is written back as the same bytes, and can be checked without harm.
#include "shared/protocol/receipt.h"

#include <cstddef>
#include <cstdint>

#include "shared/base/bytes.h"
#include "shared/base/check.h"
#include "shared/protocol/verify_receipt.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sayso;
  const std::string_view text = as_text({data, size});
  const auto receipt = protocol::read_receipt(text);
  if (!receipt) return 0;
  CHECK(protocol::receipt_text(*receipt) == text);
  const auto account = protocol::verify_receipt(*receipt, {"council.example/sayso", {}});
  // Nobody holds the key of all zeros.
  CHECK(!account.has_value());
  return 0;
}
