#include "shared/protocol/request_record.h"

#include <algorithm>

#include "shared/base/check.h"
#include "shared/protocol/data_integrity.h"
#include "shared/protocol/document_fields.h"

namespace sayso::protocol {
namespace {

using encoding::Fields;
using encoding::Json;

constexpr Names<RequestKind, 8> kKinds{{
    {RequestKind::See, "see"},
    {RequestKind::Correct, "correct"},
    {RequestKind::Delete, "delete"},
    {RequestKind::Limit, "limit"},
    {RequestKind::Object, "object"},
    {RequestKind::Move, "move"},
    {RequestKind::Complain, "complain"},
    {RequestKind::Ask, "ask"},
}};

ItemReference read_item(Fields& item) {
  ItemReference read{OrganisationId(read_slug(item, "source")),
                     read_bounded(item, "reference", kMaxItemReferenceBytes)};
  const bool is_printable = std::all_of(read.reference.begin(), read.reference.end(),
                                        [](char c) { return c > ' ' && c <= '~'; });
  if (!is_printable) item.refuse("reference");
  return read;
}

void read_subject(Fields& fields, RequestRecord& record) {
  if (fields.has("dpv:hasPurpose")) record.purpose = PurposeId(read_slug(fields, "dpv:hasPurpose"));
  if (fields.has("item"))
    fields.object("item", [&](Fields& item) { record.item = read_item(item); });
  if (fields.has("use"))
    record.use =
        EntryIndex(static_cast<std::uint64_t>(fields.integer("use", 0, encoding::kMaxInteger)));
  if (!fields.has("dpv:hasEntity")) return;
  record.organisation = OrganisationId(read_slug(fields, "dpv:hasEntity"));
  if (!record.purpose) fields.refuse("dpv:hasEntity");
}

}  // namespace

domain::RequestKind meaning_of(RequestKind kind) {
  switch (kind) {
    case RequestKind::See:
      return domain::RequestKind::SeeMyInformation;
    case RequestKind::Correct:
      return domain::RequestKind::Correct;
    case RequestKind::Delete:
      return domain::RequestKind::Delete;
    case RequestKind::Limit:
      return domain::RequestKind::LimitUse;
    case RequestKind::Object:
      return domain::RequestKind::Object;
    case RequestKind::Move:
      return domain::RequestKind::TakeElsewhere;
    case RequestKind::Complain:
      return domain::RequestKind::Complain;
    case RequestKind::Ask:
      break;
  }
  return domain::RequestKind::Ask;
}

domain::RequestSubject subject_of(const RequestRecord& record) {
  domain::RequestSubject subject{record.purpose, record.organisation, {}, record.use};
  if (record.item) subject.item = domain::ItemName{record.item->source, record.item->reference};
  return subject;
}

Json encode_request_record(const RequestRecord& record) {
  Json::Object document = begin_document(kRequestKind);
  write_common(document, record.common);
  document.emplace("kind", find_name(kKinds, record.kind));
  if (record.purpose) document.emplace("dpv:hasPurpose", record.purpose->value());
  if (record.organisation) document.emplace("dpv:hasEntity", record.organisation->value());
  if (record.item)
    document.emplace("item", Json::Object{{"source", record.item->source.value()},
                                          {"reference", record.item->reference}});
  if (record.use) document.emplace("use", static_cast<std::int64_t>(record.use->value()));
  if (!record.text.empty()) document.emplace("text", record.text);
  return document;
}

Expected<RequestRecord, encoding::FieldProblem> decode_request_record(const Json& document) {
  RequestRecord record;
  const auto read = encoding::read_fields(document, [&](Fields& fields) {
    read_kind(fields, kRequestKind);
    record.common = read_common(fields);
    record.kind = read_enum(fields, "kind", kKinds);
    read_subject(fields, record);
    if (fields.has("text")) record.text = read_bounded(fields, "text", kMaxRequestTextBytes);
  });
  if (!read) return failure(read.error());
  return record;
}

Json sign_request_record(const RequestRecord& record, const crypto::SigningKey& key) {
  const Json document = encode_request_record(record);
  CHECK(decode_request_record(document).has_value());
  return secure(document, {ProofPurpose::AssertionMethod, record.common.device_time, {}, {}}, key);
}

}  // namespace sayso::protocol
