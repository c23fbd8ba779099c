// Whatever is read as a note, a checkpoint or a key is written back as the same bytes.
#include "shared/protocol/signed_note.h"

#include <cstddef>
#include <cstdint>

#include "shared/base/bytes.h"
#include "shared/base/check.h"
#include "shared/protocol/checkpoint.h"
#include "shared/protocol/multikey.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sayso;
  const std::string_view text = as_text({data, size});
  if (const auto key = protocol::decode_vkey(text)) CHECK(protocol::encode_vkey(*key) == text);
  if (const auto key = protocol::decode_multikey(text))
    CHECK(protocol::encode_multikey(*key) == text);
  if (const auto key = protocol::decode_verification_method(text))
    CHECK(protocol::encode_verification_method(*key) == text);
  if (const auto checkpoint = protocol::decode_checkpoint(text))
    CHECK(protocol::encode_checkpoint(*checkpoint) == text);
  const auto note = protocol::decode_note(text);
  if (!note) return 0;
  CHECK(protocol::encode_note(*note) == text);
  CHECK(!protocol::verify_note(*note, {"council.example/sayso", {}}));
  return 0;
}
