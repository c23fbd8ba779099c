#include "shared/protocol/destruction_certificate.h"

#include "shared/base/check.h"
#include "shared/crypto/hash.h"
#include "shared/protocol/document_fields.h"

namespace sayso::protocol {
namespace {

using encoding::Fields;
using encoding::Json;

constexpr DocumentKind kCertificateKind{"DestructionCertificate",
                                        "sayso/destruction-certificate/v1"};
constexpr std::string_view kMethod = "key-destroyed";

bool is_month(const std::string& text) { return decode_date(text + "-01").has_value(); }

std::vector<std::string> read_months(Fields& fields) {
  auto months = fields.texts("months");
  bool is_right = !months.empty();
  for (std::size_t i = 0; i < months.size() && is_right; ++i)
    is_right = is_month(months[i]) && (i == 0 || months[i - 1] < months[i]);
  if (!is_right) fields.refuse("months");
  return months;
}

std::vector<EntryIndex> read_entries(Fields& fields) {
  std::vector<EntryIndex> entries;
  const Json::Array* list = fields.json("entries").array();
  bool is_right = list != nullptr;
  for (std::size_t i = 0; is_right && i < list->size(); ++i) {
    const std::int64_t* index = (*list)[i].integer();
    is_right = index != nullptr && *index >= 0;
    if (!is_right) break;
    const EntryIndex next(static_cast<std::uint64_t>(*index));
    is_right = entries.empty() || entries.back() < next;
    entries.push_back(next);
  }
  if (!is_right) fields.refuse("entries");
  return entries;
}

}  // namespace

Json encode_certificate(const DestructionCertificate& certificate) {
  CHECK(is_slug(certificate.data_class) && !certificate.months.empty());
  Json::Array months;
  for (const std::string& month : certificate.months) months.emplace_back(month);
  Json::Array entries;
  for (const EntryIndex index : certificate.entries)
    entries.emplace_back(static_cast<std::int64_t>(index.value()));
  Json::Object object = begin_document(kCertificateKind);
  object.emplace("dct:identifier", certificate.id.value());
  object.emplace("decided", encode_instant(certificate.decided));
  object.emplace("person", certificate.person.value());
  object.emplace("class", certificate.data_class);
  object.emplace("months", std::move(months));
  object.emplace("rows", static_cast<std::int64_t>(certificate.rows));
  object.emplace("entries", std::move(entries));
  object.emplace("method", kMethod);
  return object;
}

Expected<DestructionCertificate, encoding::FieldProblem> decode_certificate(const Json& json) {
  DestructionCertificate certificate;
  const auto read = encoding::read_fields(json, [&](Fields& fields) {
    read_kind(fields, kCertificateKind);
    certificate.id = RecordId(read_id(fields, "dct:identifier"));
    certificate.decided = read_instant(fields, "decided");
    certificate.person = PersonId(read_id(fields, "person"));
    certificate.data_class = read_slug(fields, "class");
    certificate.months = read_months(fields);
    certificate.rows = static_cast<std::uint64_t>(fields.integer("rows", 0, encoding::kMaxInteger));
    certificate.entries = read_entries(fields);
    fields.constant("method", kMethod);
  });
  if (!read) return failure(read.error());
  return certificate;
}

Digest certificate_hash(const DestructionCertificate& certificate) {
  return crypto::sha256(as_bytes(encoding::encode_canonical(encode_certificate(certificate))));
}

}  // namespace sayso::protocol
