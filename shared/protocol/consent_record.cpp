#include "shared/protocol/consent_record.h"

#include <algorithm>
#include <tuple>

#include "shared/base/check.h"
#include "shared/protocol/data_integrity.h"
#include "shared/protocol/document_fields.h"

namespace sayso::protocol {
namespace {

using encoding::Fields;
using encoding::Json;

constexpr Names<Decision, 3> kDecisions{{
    {Decision::Agreed, "dpv:ConsentGiven"},
    {Decision::Refused, "dpv:ConsentRefused"},
    {Decision::Withdrawn, "dpv:ConsentWithdrawn"},
}};

// UK GDPR 6(1)(a) and 9(2)(a): explicit, because what the notice speaks of is of a special
// category.
constexpr std::string_view kBasis = "dpv:ExplicitlyExpressedConsent";

bool comes_before(const Choice& a, const Choice& b) {
  return std::tie(a.purpose, a.organisation) < std::tie(b.purpose, b.organisation);
}

Json encode_choice(const Choice& choice) {
  return Json::Object{{"dpv:hasConsentStatus", find_name(kDecisions, choice.decision)},
                      {"dpv:hasEntity", choice.organisation.value()},
                      {"dpv:hasLegalBasis", kBasis},
                      {"dpv:hasPurpose", choice.purpose.value()}};
}

Choice read_choice(Fields& fields) {
  Choice choice;
  choice.purpose = PurposeId(read_slug(fields, "dpv:hasPurpose"));
  choice.organisation = OrganisationId(read_slug(fields, "dpv:hasEntity"));
  choice.decision = read_enum(fields, "dpv:hasConsentStatus", kDecisions);
  fields.constant("dpv:hasLegalBasis", kBasis);
  return choice;
}

std::vector<Choice> read_choices(Fields& fields) {
  std::vector<Choice> choices;
  fields.objects("dpv:hasProcess", [&](Fields& choice) { choices.push_back(read_choice(choice)); });
  if (choices.empty() || choices.size() > kMaxChoices) fields.refuse("dpv:hasProcess");
  for (std::size_t i = 1; i < choices.size(); ++i)
    if (!comes_before(choices[i - 1], choices[i])) fields.refuse("dpv:hasProcess");
  return choices;
}

// `P` and one number with its unit: years, months, weeks or days.
bool is_duration(std::string_view text) {
  if (text.size() < 3 || text.size() > 6 || text.front() != 'P') return false;
  if (std::string_view("YMWD").find(text.back()) == std::string_view::npos) return false;
  const std::string_view number = text.substr(1, text.size() - 2);
  return number.front() != '0' &&
         std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Json encode_consent_record(const ConsentRecord& record) {
  std::vector<Choice> choices = record.choices;
  std::sort(choices.begin(), choices.end(), comes_before);
  Json::Array list;
  for (const Choice& choice : choices) list.push_back(encode_choice(choice));
  Json::Object document = begin_document(kConsentKind);
  write_common(document, record.common);
  document.emplace("dpv:hasProcess", std::move(list));
  document.emplace("dpv:hasStorageCondition", Json::Object{{"dpv:hasDuration", record.retention}});
  document.emplace("dpv:hasConsentControl", record.withdrawal);
  return document;
}

Expected<ConsentRecord, encoding::FieldProblem> decode_consent_record(const Json& document) {
  ConsentRecord record;
  const auto read = encoding::read_fields(document, [&](Fields& fields) {
    read_kind(fields, kConsentKind);
    record.common = read_common(fields);
    record.choices = read_choices(fields);
    fields.object("dpv:hasStorageCondition", [&](Fields& storage) {
      record.retention = storage.text("dpv:hasDuration");
      if (!is_duration(record.retention)) storage.refuse("dpv:hasDuration");
    });
    record.withdrawal = read_bounded(fields, "dpv:hasConsentControl", 200);
  });
  if (!read) return failure(read.error());
  return record;
}

Json sign_consent_record(const ConsentRecord& record, const crypto::SigningKey& key) {
  const Json document = encode_consent_record(record);
  // Choices that contradict each other, or an id that is none, are a bug of whoever made them.
  CHECK(decode_consent_record(document).has_value());
  return secure(document, {ProofPurpose::AssertionMethod, record.common.device_time, {}, {}}, key);
}

}  // namespace sayso::protocol
