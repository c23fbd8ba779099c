#include "shared/protocol/revocation_record.h"

#include "shared/protocol/document_fields.h"
#include "shared/protocol/multikey.h"

namespace sayso::protocol {
namespace {

using encoding::Fields;
using encoding::Json;

constexpr Names<RevocationReason, 3> kReasons{{
    {RevocationReason::Replaced, "replaced"},
    {RevocationReason::Lost, "lost"},
    {RevocationReason::Withdrawn, "withdrawn"},
}};

}  // namespace

Json encode_revocation_record(const RevocationRecord& record) {
  Json::Object document = begin_document(kRevocationKind);
  document.emplace("dct:identifier", record.id.value());
  document.emplace("key", encode_multikey(record.key));
  document.emplace("reason", find_name(kReasons, record.reason));
  return document;
}

Expected<RevocationRecord, encoding::FieldProblem> decode_revocation_record(const Json& document) {
  RevocationRecord record;
  const auto read = encoding::read_fields(document, [&](Fields& fields) {
    read_kind(fields, kRevocationKind);
    record.id = RecordId(read_id(fields, "dct:identifier"));
    record.key = read_key(fields, "key");
    record.reason = read_enum(fields, "reason", kReasons);
  });
  if (!read) return failure(read.error());
  return record;
}

}  // namespace sayso::protocol
