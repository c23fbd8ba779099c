// {
//   "assurance": "letter" | "confirmed",                       enrolment
//   "enrolment": {"index": …, "leaf_hash": "hex"},             all but enrolment
//   "format": "sayso/entry/v1",
//   "person": id,                                              enrolment, revocation
//   "record": {…},
//   "running": 1…,
//   "server_time": "YYYY-MM-DDTHH:MM:SSZ",
//   "type": "consent" | "request" | "enrolment" | "revocation"
// }
#include "shared/protocol/envelope.h"

#include "shared/base/check.h"
#include "shared/protocol/document_fields.h"

namespace sayso::protocol {
namespace {

using encoding::Fields;
using encoding::Json;

constexpr std::string_view kFormat = "sayso/entry/v1";
// What JSON here holds exactly.
constexpr std::int64_t kMaxInteger = (std::int64_t{1} << 53) - 1;

constexpr Names<EntryType, 4> kTypes{{
    {EntryType::Consent, "consent"},
    {EntryType::Request, "request"},
    {EntryType::Enrolment, "enrolment"},
    {EntryType::Revocation, "revocation"},
}};

constexpr Names<Assurance, 2> kAssurances{{
    {Assurance::Letter, "letter"},
    {Assurance::Confirmed, "confirmed"},
}};

const DocumentKind& kind_of(EntryType type) {
  switch (type) {
    case EntryType::Consent:
      return kConsentKind;
    case EntryType::Request:
      return kRequestKind;
    case EntryType::Enrolment:
      return kEnrolmentKind;
    case EntryType::Revocation:
      break;
  }
  return kRevocationKind;
}

bool names_person(EntryType type) {
  return type == EntryType::Enrolment || type == EntryType::Revocation;
}

Json integer(std::uint64_t value) {
  CHECK(value <= static_cast<std::uint64_t>(kMaxInteger));
  return static_cast<std::int64_t>(value);
}

EnrolmentReference read_reference(Fields& fields) {
  EnrolmentReference reference;
  reference.index = EntryIndex(static_cast<std::uint64_t>(fields.integer("index", 0, kMaxInteger)));
  reference.leaf_hash = read_hex<32>(fields, "leaf_hash");
  return reference;
}

// Members that the type does not call for are not asked for, and so refused as unknown.
void read_signer(Fields& fields, Envelope& envelope) {
  if (names_person(envelope.type)) envelope.person = PersonId(read_id(fields, "person"));
  if (envelope.type == EntryType::Enrolment) {
    envelope.assurance = read_enum(fields, "assurance", kAssurances);
    return;
  }
  fields.object("enrolment",
                [&](Fields& reference) { envelope.enrolment = read_reference(reference); });
}

}  // namespace

Json encode_envelope(const Envelope& envelope) {
  CHECK(envelope.enrolment.has_value() == (envelope.type != EntryType::Enrolment));
  CHECK(envelope.assurance.has_value() == (envelope.type == EntryType::Enrolment));
  CHECK(envelope.person.has_value() == names_person(envelope.type));
  CHECK(envelope.running >= 1);
  Json::Object object{{"format", kFormat},
                      {"type", name_of(envelope.type)},
                      {"record", envelope.record},
                      {"server_time", encode_instant(envelope.server_time)},
                      {"running", integer(envelope.running)}};
  if (envelope.person) object.emplace("person", envelope.person->value());
  if (envelope.assurance) object.emplace("assurance", find_name(kAssurances, *envelope.assurance));
  if (envelope.enrolment)
    object.emplace("enrolment",
                   Json::Object{{"index", integer(envelope.enrolment->index.value())},
                                {"leaf_hash", encode_hex(envelope.enrolment->leaf_hash)}});
  return object;
}

Expected<Envelope, encoding::FieldProblem> decode_envelope(const Json& json) {
  Envelope envelope;
  const auto read = encoding::read_fields(json, [&](Fields& fields) {
    fields.constant("format", kFormat);
    envelope.type = read_enum(fields, "type", kTypes);
    envelope.record = fields.json("record");
    if (!claims_kind(envelope.record, kind_of(envelope.type))) fields.refuse("record");
    envelope.server_time = read_instant(fields, "server_time");
    envelope.running = static_cast<std::uint64_t>(fields.integer("running", 1, kMaxInteger));
    read_signer(fields, envelope);
  });
  if (!read) return failure(read.error());
  return envelope;
}

std::string envelope_text(const Envelope& envelope) {
  return encoding::encode_canonical(encode_envelope(envelope));
}

std::string_view name_of(EntryType type) { return find_name(kTypes, type); }

}  // namespace sayso::protocol
