// Whatever is read as a record or an entry is written back as the same value, and hostile JSON ends
// nothing.
#include <cstddef>
#include <cstdint>

#include "shared/base/bytes.h"
#include "shared/base/check.h"
#include "shared/protocol/envelope.h"
#include "shared/protocol/record.h"
#include "shared/protocol/revocation_record.h"
#include "shared/protocol/sign_in.h"

namespace {

using namespace sayso;
using namespace sayso::protocol;

encoding::Json encode(const AnyRecord& record) {
  if (const auto* consent = std::get_if<ConsentRecord>(&record))
    return encode_consent_record(*consent);
  if (const auto* request = std::get_if<RequestRecord>(&record))
    return encode_request_record(*request);
  return encode_enrolment_record(*std::get_if<EnrolmentRecord>(&record));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto json = encoding::decode_json(as_text({data, size}));
  if (!json) return 0;
  if (const auto record = decode_record(*json)) CHECK(encode(*record) == without_proof(*json));
  if (const auto revocation = decode_revocation_record(*json))
    CHECK(encode_revocation_record(*revocation) == *json);
  if (const auto envelope = decode_envelope(*json)) CHECK(encode_envelope(*envelope) == *json);
  if (const auto key = claimed_key(*json)) {
    (void)verify_record(*json, *key);
    (void)verify_sign_in(*json, "c", "d", *key);
  }
  (void)claimed_challenge(*json);
  return 0;
}
