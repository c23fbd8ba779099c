#include "shared/protocol/consent_record.h"

#include <doctest/doctest.h>

#include <string>

#include "shared/protocol/data_integrity.h"
#include "tests/support/sample_records.h"

namespace sayso::protocol {
namespace {

using encoding::FieldError;
using encoding::Json;

Json sample_document() { return encode_consent_record(test::sample_consent(1, 12)); }

Json with(Json document, const std::string& name, Json value) {
  document.object()->insert_or_assign(name, std::move(value));
  return document;
}

std::string fault_at(const Json& document) {
  const auto decoded = decode_consent_record(document);
  REQUIRE_FALSE(decoded.has_value());
  return decoded.error().pointer;
}

Json::Object first_choice() {
  return *(*sample_document().find("dpv:hasProcess")->array())[0].object();
}

TEST_CASE("a consent record comes back as it was, and as the same bytes") {
  ConsentRecord record = test::sample_consent(1, 12);
  record.common.previous = Digest{};
  record.common.previous->fill(7);
  const Json document = encode_consent_record(record);
  const auto decoded = decode_consent_record(document);
  REQUIRE(decoded.has_value());
  CHECK(encode_consent_record(*decoded) == document);
  CHECK(decoded->common.id == record.common.id);
  CHECK(decoded->common.previous == record.common.previous);
  REQUIRE(decoded->choices.size() == 3);
  CHECK(decoded->choices[1].organisation == OrganisationId("police"));
  CHECK(decoded->choices[1].decision == Decision::Refused);
  CHECK(decoded->retention == "P5Y");
}

TEST_CASE("choices are put in order by the encoder, and must be in order for the decoder") {
  ConsentRecord record = test::sample_consent(1, 12);
  std::swap(record.choices[0], record.choices[2]);
  CHECK(encode_consent_record(record) == sample_document());

  Json::Array choices = *sample_document().find("dpv:hasProcess")->array();
  std::swap(choices[0], choices[1]);
  CHECK(fault_at(with(sample_document(), "dpv:hasProcess", choices)) == "/dpv:hasProcess");
}

TEST_CASE("a purpose and an organisation are decided about once") {
  Json::Array choices = *sample_document().find("dpv:hasProcess")->array();
  choices.insert(choices.begin(), choices.front());
  CHECK(fault_at(with(sample_document(), "dpv:hasProcess", choices)) == "/dpv:hasProcess");
}

TEST_CASE("a record decides about something, and not about too much") {
  CHECK(fault_at(with(sample_document(), "dpv:hasProcess", Json::Array{})) == "/dpv:hasProcess");
  ConsentRecord record = test::sample_consent(1, 12);
  record.choices.clear();
  for (std::size_t i = 0; i <= kMaxChoices; ++i)
    record.choices.push_back(
        {PurposeId("p" + std::to_string(i)), OrganisationId("o"), Decision::Agreed});
  CHECK(fault_at(encode_consent_record(record)) == "/dpv:hasProcess");
  record.choices.pop_back();
  CHECK(decode_consent_record(encode_consent_record(record)).has_value());
}

TEST_CASE("a member that is missing, unknown or of another kind is refused by name") {
  const Json::Object members = *sample_document().object();
  for (const auto& [name, value] : members) {
    const auto& member = name;
    CAPTURE(member);
    Json::Object shorter = members;
    shorter.erase(name);
    CHECK_FALSE(decode_consent_record(shorter).has_value());
    CHECK_FALSE(decode_consent_record(with(sample_document(), name, true)).has_value());
    CHECK_FALSE(decode_consent_record(with(sample_document(), name, "")).has_value());
  }
  CHECK(fault_at(with(sample_document(), "extra", "x")) == "/extra");
  CHECK(fault_at(with(sample_document(), "dct:identifier", "me")) == "/dct:identifier");
}

TEST_CASE("values outside their bounds are refused") {
  CHECK(fault_at(with(sample_document(), "client", std::string(41, 'x'))) == "/client");
  CHECK(fault_at(with(sample_document(), "nonce", std::string(30, '0'))) == "/nonce");
  CHECK(fault_at(with(sample_document(), "shown", std::string(64, 'A'))) == "/shown");
  CHECK(fault_at(with(sample_document(), "previous", "")) == "/previous");
  CHECK(fault_at(with(sample_document(), "dpv:isIndicatedAtTime", "2026-02-30T00:00:00Z")) ==
        "/dpv:isIndicatedAtTime");
  CHECK(fault_at(with(sample_document(), "dpv:hasIndicationMethod", "Home")) ==
        "/dpv:hasIndicationMethod");
  CHECK(fault_at(with(sample_document(), "dpv:hasConsentControl", std::string(201, 'x'))) ==
        "/dpv:hasConsentControl");
  for (const char* duration : {"", "5Y", "P5", "PY", "P05Y", "P5H", "P5Y ", "P99999999Y"}) {
    CAPTURE(duration);
    const Json storage = Json::Object{{"dpv:hasDuration", duration}};
    CHECK(fault_at(with(sample_document(), "dpv:hasStorageCondition", storage)) ==
          "/dpv:hasStorageCondition/dpv:hasDuration");
  }
}

TEST_CASE("a choice under another basis than consent is refused") {
  Json::Object choice = first_choice();
  choice.insert_or_assign("dpv:hasLegalBasis", Json("dpv:OfficialAuthorityOfController"));
  CHECK(fault_at(with(sample_document(), "dpv:hasProcess", Json::Array{choice})) ==
        "/dpv:hasProcess/0/dpv:hasLegalBasis");
}

TEST_CASE("an id that is no slug is refused") {
  for (const char* id : {"", "NHS", "a b", "a/b", "\u00e9", "a_b"}) {
    CAPTURE(id);
    Json::Object choice = first_choice();
    choice.insert_or_assign("dpv:hasEntity", Json(id));
    CHECK(fault_at(with(sample_document(), "dpv:hasProcess", Json::Array{choice})) ==
          "/dpv:hasProcess/0/dpv:hasEntity");
  }
}

TEST_CASE("who speaks for themselves is the person, and who speaks for a child is not") {
  ConsentRecord record = test::sample_consent(1, 12);
  record.common.expressed_by.role = Role::ParentalResponsibility;
  CHECK(fault_at(encode_consent_record(record)) == "/dpv:isIndicatedBy");
  record.common.expressed_by.person = PersonId(test::sample_id(2));
  CHECK(decode_consent_record(encode_consent_record(record)).has_value());
  record.common.expressed_by.role = Role::Self;
  CHECK(fault_at(encode_consent_record(record)) == "/dpv:isIndicatedBy");
}

TEST_CASE("a request or an enrolment is no consent record") {
  CHECK_FALSE(
      decode_consent_record(encode_request_record(test::sample_request(1, 12))).has_value());
  CHECK_FALSE(decode_consent_record(
                  encode_enrolment_record(test::sample_enrolment(test::sample_key(1), 11)))
                  .has_value());
  CHECK(fault_at(with(sample_document(), "dct:conformsTo", "sayso/consent-record/v2")) ==
        "/dct:conformsTo");
}

TEST_CASE("the record hash covers the proof, and the reference is its first fifty bits") {
  const ConsentRecord record = test::sample_consent(1, 12);
  const Json one = sign_consent_record(record, test::sample_key(1));
  const Json two = sign_consent_record(record, test::sample_key(2));
  CHECK(record_hash(one) != record_hash(two));
  Digest hash{};
  CHECK(record_reference(hash) == "00000-00000");
  hash.fill(0xff);
  CHECK(record_reference(hash) == "ZZZZZ-ZZZZZ");
  hash[6] = 0;  // bits 48 to 55: only the first two of them are in the reference
  CHECK(record_reference(hash) == "ZZZZZ-ZZZZW");
}

}  // namespace
}  // namespace sayso::protocol
