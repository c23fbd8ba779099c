// Whatever is read as a proof is written back as the same bytes.
#include "shared/protocol/tlog_proof.h"

#include <cstddef>
#include <cstdint>

#include "shared/base/bytes.h"
#include "shared/base/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sayso;
  const std::string_view text = as_text({data, size});
  const auto proof = protocol::decode_tlog_proof(text);
  if (!proof) return 0;
  CHECK(protocol::encode_tlog_proof(*proof) == text);
  CHECK(!protocol::verify_tlog_proof(*proof, as_bytes("entry"), {"council.example/sayso", {}}));
  return 0;
}
