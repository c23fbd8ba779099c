#include "shared/protocol/record.h"

#include <doctest/doctest.h>

#include "shared/protocol/revocation_record.h"
#include "shared/protocol/sign_in.h"
#include "tests/support/sample_records.h"

namespace sayso::protocol {
namespace {

using encoding::FieldProblem;
using encoding::Json;

constexpr char kChallenge[] = "Zm9vYmFy";
constexpr char kDomain[] = "https://sayso.example";

Json signed_in(const crypto::SigningKey& key) {
  return sign_sign_in({kChallenge, kDomain, test::sample_time()}, key);
}

ProofFault proof_fault(const Json& secured, const crypto::PublicKey& key) {
  const auto verified = verify_record(secured, key);
  REQUIRE_FALSE(verified.has_value());
  REQUIRE(std::holds_alternative<ProofFault>(verified.error()));
  return *std::get_if<ProofFault>(&verified.error());
}

std::string field_at_fault(const Json& secured, const crypto::PublicKey& key) {
  const auto verified = verify_record(secured, key);
  REQUIRE_FALSE(verified.has_value());
  REQUIRE(std::holds_alternative<FieldProblem>(verified.error()));
  return std::get_if<FieldProblem>(&verified.error())->pointer;
}

TEST_CASE("each kind of record verifies against the key that signed it") {
  const auto key = test::sample_key(1);
  const auto consent =
      verify_record(sign_consent_record(test::sample_consent(1, 12), key), key.public_key());
  REQUIRE(consent.has_value());
  CHECK(std::holds_alternative<ConsentRecord>(*consent));
  const auto request =
      verify_record(sign_request_record(test::sample_request(1, 13), key), key.public_key());
  REQUIRE(request.has_value());
  CHECK(std::holds_alternative<RequestRecord>(*request));
  const auto enrolment =
      verify_record(sign_enrolment_record(test::sample_enrolment(key, 11), key), key.public_key());
  REQUIRE(enrolment.has_value());
  CHECK(std::get_if<EnrolmentRecord>(&*enrolment)->key == key.public_key());
}

TEST_CASE("a sign-in is no record, and a record is no sign-in") {
  const auto key = test::sample_key(1);
  const auto enrolled = key.public_key();
  CHECK(field_at_fault(signed_in(key), enrolled) == "/dct:conformsTo");
  const Json record = sign_consent_record(test::sample_consent(1, 12), key);
  const auto as_sign_in = verify_sign_in(record, kChallenge, kDomain, enrolled);
  REQUIRE_FALSE(as_sign_in.has_value());
  CHECK(as_sign_in.error() == ProofFault::Malformed);
}

TEST_CASE("a record secured for signing in is refused as a record") {
  const auto key = test::sample_key(1);
  const Json document = encode_consent_record(test::sample_consent(1, 12));
  const Json secured = secure(
      document, {ProofPurpose::Authentication, test::sample_time(), kChallenge, kDomain}, key);
  CHECK(proof_fault(secured, key.public_key()) == ProofFault::WrongPurpose);
}

TEST_CASE("a sign-in secured as a statement is refused for signing in") {
  const auto key = test::sample_key(1);
  const Json document = without_proof(signed_in(key));
  const Json secured = secure(
      document, {ProofPurpose::AssertionMethod, test::sample_time(), kChallenge, kDomain}, key);
  const auto verified = verify_sign_in(secured, kChallenge, kDomain, key.public_key());
  REQUIRE_FALSE(verified.has_value());
  CHECK(verified.error() == ProofFault::WrongPurpose);
}

TEST_CASE("a sign-in answers one challenge, for one domain, with one key") {
  const auto key = test::sample_key(1);
  const auto enrolled = key.public_key();
  const Json answer = signed_in(key);
  CHECK(claimed_challenge(answer) == kChallenge);
  CHECK(claimed_key(answer) == enrolled);
  CHECK(verify_sign_in(answer, kChallenge, kDomain, enrolled).has_value());
  CHECK(verify_sign_in(answer, "other", kDomain, enrolled).error() == ProofFault::WrongChallenge);
  CHECK(verify_sign_in(answer, kChallenge, "https://x.example", enrolled).error() ==
        ProofFault::WrongDomain);
  CHECK(verify_sign_in(answer, kChallenge, kDomain, test::sample_key(2).public_key()).error() ==
        ProofFault::WrongKey);
}

TEST_CASE("a sign-in with anything added to it is refused") {
  const auto key = test::sample_key(1);
  Json::Object document = *without_proof(signed_in(key)).object();
  document.emplace("note", "and I agree to everything");
  const Json secured = secure(
      document, {ProofPurpose::Authentication, test::sample_time(), kChallenge, kDomain}, key);
  CHECK(verify_sign_in(secured, kChallenge, kDomain, key.public_key()).error() ==
        ProofFault::Malformed);
}

TEST_CASE("a sign-in without a challenge is refused, even where none was expected") {
  const auto key = test::sample_key(1);
  const Json secured = secure(without_proof(signed_in(key)),
                              {ProofPurpose::Authentication, test::sample_time(), {}, {}}, key);
  CHECK(verify_sign_in(secured, "", "", key.public_key()).error() == ProofFault::WrongChallenge);
  CHECK(verify_sign_in(secured, "c", "", key.public_key()).error() == ProofFault::WrongDomain);
}

TEST_CASE("a claimed challenge that is missing or endless is none") {
  CHECK(claimed_challenge(Json("x")).empty());
  CHECK(claimed_challenge(Json::Object{{"proof", Json::Object{{"challenge", true}}}}).empty());
  const Json endless = Json::Object{{"proof", Json::Object{{"challenge", std::string(201, 'x')}}}};
  CHECK(claimed_challenge(endless).empty());
}

TEST_CASE("a proof dated otherwise than its record is refused") {
  const auto key = test::sample_key(1);
  const Json document = encode_consent_record(test::sample_consent(1, 12));
  const Json secured =
      secure(document, {ProofPurpose::AssertionMethod, test::sample_time(1), {}, {}}, key);
  CHECK(field_at_fault(secured, key.public_key()) == "/proof/created");
}

TEST_CASE("an enrolment signed by another key than it presents is refused") {
  const auto key = test::sample_key(1);
  const auto other = test::sample_key(2);
  const Json document = encode_enrolment_record(test::sample_enrolment(key, 11));
  const Json secured =
      secure(document, {ProofPurpose::AssertionMethod, test::sample_time(-60), {}, {}}, other);
  CHECK(proof_fault(secured, other.public_key()) == ProofFault::WrongKey);
  CHECK(proof_fault(secured, key.public_key()) == ProofFault::WrongKey);
}

TEST_CASE("a revocation is not a record that somebody could submit") {
  const RevocationRecord revocation{RecordId(test::sample_id(20)), test::sample_key(1).public_key(),
                                    RevocationReason::Lost};
  const Json document = encode_revocation_record(revocation);
  const auto decoded = decode_revocation_record(document);
  REQUIRE(decoded.has_value());
  CHECK(decoded->reason == RevocationReason::Lost);
  CHECK(encode_revocation_record(*decoded) == document);
  CHECK_FALSE(decode_record(document).has_value());
}

TEST_CASE("what is no object at all is refused") {
  CHECK_FALSE(decode_record(Json("text")).has_value());
  CHECK_FALSE(decode_record(Json::Array{}).has_value());
  CHECK_FALSE(decode_record(Json::Object{}).has_value());
}

}  // namespace
}  // namespace sayso::protocol
