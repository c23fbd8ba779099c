#include "shared/protocol/record.h"

#include "shared/protocol/document_fields.h"

namespace sayso::protocol {
namespace {

using encoding::FieldError;
using encoding::FieldProblem;
using encoding::Json;

template <class T>
Expected<AnyRecord, FieldProblem> widen(Expected<T, FieldProblem> record) {
  if (!record) return failure(record.error());
  return AnyRecord(std::move(*record));
}

Instant device_time(const AnyRecord& record) {
  if (const auto* consent = std::get_if<ConsentRecord>(&record)) return consent->common.device_time;
  if (const auto* request = std::get_if<RequestRecord>(&record)) return request->common.device_time;
  return std::get_if<EnrolmentRecord>(&record)->device_time;
}

// A second time in the proof that said something else would leave open which of them was meant.
bool is_dated_right(const AnyRecord& record, const Json& secured) {
  const auto created = claimed_time(secured);
  return created && *created == device_time(record);
}

}  // namespace

Expected<AnyRecord, FieldProblem> decode_record(const Json& secured) {
  const Json document = without_proof(secured);
  if (claims_kind(document, kConsentKind)) return widen(decode_consent_record(document));
  if (claims_kind(document, kRequestKind)) return widen(decode_request_record(document));
  if (claims_kind(document, kEnrolmentKind)) return widen(decode_enrolment_record(document));
  if (document.object() == nullptr) return failure(FieldProblem{FieldError::NotAnObject, ""});
  return failure(FieldProblem{FieldError::WrongValue, "/dct:conformsTo"});
}

Expected<AnyRecord, RecordFault> verify_record(const Json& secured,
                                               const crypto::PublicKey& enrolled) {
  auto record = decode_record(secured);
  if (!record) return failure(RecordFault(record.error()));
  const auto verified = verify_proof(secured, {ProofPurpose::AssertionMethod, {}, {}}, enrolled);
  if (!verified) return failure(RecordFault(verified.error()));
  if (!is_dated_right(*record, secured))
    return failure(RecordFault(FieldProblem{FieldError::WrongValue, "/proof/created"}));
  const auto* enrolment = std::get_if<EnrolmentRecord>(&*record);
  if (enrolment != nullptr && enrolment->key != enrolled)
    return failure(RecordFault(ProofFault::WrongKey));
  return std::move(*record);
}

}  // namespace sayso::protocol
