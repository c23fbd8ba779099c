#include "shared/protocol/enrolment_record.h"

#include "shared/base/check.h"
#include "shared/protocol/data_integrity.h"
#include "shared/protocol/document_fields.h"
#include "shared/protocol/multikey.h"

namespace sayso::protocol {

using encoding::Fields;
using encoding::Json;

Json encode_enrolment_record(const EnrolmentRecord& record) {
  Json::Object document = begin_document(kEnrolmentKind);
  document.emplace("dct:identifier", record.id.value());
  document.emplace("dct:created", encode_instant(record.device_time));
  document.emplace("key", encode_multikey(record.key));
  document.emplace("nonce", encode_hex(record.nonce));
  return document;
}

Expected<EnrolmentRecord, encoding::FieldProblem> decode_enrolment_record(const Json& document) {
  EnrolmentRecord record;
  const auto read = encoding::read_fields(document, [&](Fields& fields) {
    read_kind(fields, kEnrolmentKind);
    record.id = RecordId(read_id(fields, "dct:identifier"));
    record.device_time = read_instant(fields, "dct:created");
    record.key = read_key(fields, "key");
    record.nonce = read_hex<16>(fields, "nonce");
  });
  if (!read) return failure(read.error());
  return record;
}

Json sign_enrolment_record(const EnrolmentRecord& record, const crypto::SigningKey& key) {
  CHECK(record.key == key.public_key());
  const Json document = encode_enrolment_record(record);
  CHECK(decode_enrolment_record(document).has_value());
  return secure(document, {ProofPurpose::AssertionMethod, record.device_time, {}, {}}, key);
}

}  // namespace sayso::protocol
