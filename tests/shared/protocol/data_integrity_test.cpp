#include "shared/protocol/data_integrity.h"

#include <doctest/doctest.h>

#include "shared/protocol/multikey.h"
#include "tests/support/sample_records.h"

namespace sayso::protocol {
namespace {

using encoding::Json;

Json sample_document() {
  return Json::Object{{"@context", Json::Array{"https://w3id.org/security/data-integrity/v2"}},
                      {"said", "no"}};
}

ProofOptions authentication() {
  return {ProofPurpose::Authentication, test::sample_time(), "c-1", "https://sayso.example"};
}

Json with_proof_member(const Json& secured, const std::string& name, Json value) {
  Json changed = secured;
  Json::Object& proof = *changed.object()->find("proof")->second.object();
  proof.insert_or_assign(name, std::move(value));
  return changed;
}

ProofFault fault_of(const Json& secured, const ProofExpectation& expected,
                    const crypto::PublicKey& key) {
  const auto verified = verify_proof(secured, expected, key);
  REQUIRE_FALSE(verified.has_value());
  return verified.error();
}

TEST_CASE("what was secured verifies, and the document comes back as it was") {
  const auto key = test::sample_key(1);
  const Json secured =
      secure(sample_document(), {ProofPurpose::AssertionMethod, test::sample_time(), {}, {}}, key);
  CHECK(verify_proof(secured, {}, key.public_key()).has_value());
  CHECK(without_proof(secured) == sample_document());
  CHECK(claimed_time(secured) == test::sample_time());
}

TEST_CASE("the enrolled key decides, never the key in the message") {
  const auto key = test::sample_key(1);
  const auto other = test::sample_key(2);
  const Json secured =
      secure(sample_document(), {ProofPurpose::AssertionMethod, test::sample_time(), {}, {}}, key);
  CHECK(fault_of(secured, {}, other.public_key()) == ProofFault::WrongKey);
  // Naming the enrolled key does not make a stranger's signature hers.
  const Json renamed = with_proof_member(secured, "verificationMethod",
                                         encode_verification_method(other.public_key()));
  CHECK(fault_of(renamed, {}, other.public_key()) == ProofFault::WrongSignature);
}

TEST_CASE("an altered document does not verify") {
  const auto key = test::sample_key(1);
  Json secured =
      secure(sample_document(), {ProofPurpose::AssertionMethod, test::sample_time(), {}, {}}, key);
  secured.object()->insert_or_assign("said", Json("yes"));
  CHECK(fault_of(secured, {}, key.public_key()) == ProofFault::WrongSignature);
}

TEST_CASE("purpose, challenge and domain must be the expected ones") {
  const auto key = test::sample_key(1);
  const auto enrolled = key.public_key();
  const Json answer = secure(sample_document(), authentication(), key);
  const ProofExpectation expected{ProofPurpose::Authentication, "c-1", "https://sayso.example"};
  CHECK(verify_proof(answer, expected, enrolled).has_value());

  ProofExpectation other = expected;
  other.challenge = "c-2";
  CHECK(fault_of(answer, other, enrolled) == ProofFault::WrongChallenge);
  other = expected;
  other.domain = "https://elsewhere.example";
  CHECK(fault_of(answer, other, enrolled) == ProofFault::WrongDomain);
  other = expected;
  other.purpose = ProofPurpose::AssertionMethod;
  CHECK(fault_of(answer, other, enrolled) == ProofFault::WrongPurpose);
  // A record's proof has neither, and may have neither.
  CHECK(fault_of(answer, {ProofPurpose::Authentication, {}, {}}, enrolled) ==
        ProofFault::WrongChallenge);
}

TEST_CASE("a purpose rewritten after signing does not verify") {
  const auto key = test::sample_key(1);
  const Json answer =
      secure(sample_document(), {ProofPurpose::Authentication, test::sample_time(), {}, {}}, key);
  const Json disguised = with_proof_member(answer, "proofPurpose", "assertionMethod");
  CHECK(fault_of(disguised, {}, key.public_key()) == ProofFault::WrongSignature);
}

TEST_CASE("a proof with a member missing, unknown or of another kind is refused") {
  const auto key = test::sample_key(1);
  const auto enrolled = key.public_key();
  const Json secured =
      secure(sample_document(), {ProofPurpose::AssertionMethod, test::sample_time(), {}, {}}, key);
  for (const char* name :
       {"type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue"}) {
    CAPTURE(name);
    Json shorter = secured;
    shorter.object()->find("proof")->second.object()->erase(name);
    CHECK(fault_of(shorter, {}, enrolled) == ProofFault::Malformed);
    CHECK(fault_of(with_proof_member(secured, name, true), {}, enrolled) == ProofFault::Malformed);
  }
  CHECK(fault_of(with_proof_member(secured, "expires", "2020-01-01T00:00:00Z"), {}, enrolled) ==
        ProofFault::Malformed);
  CHECK(fault_of(with_proof_member(secured, "cryptosuite", "eddsa-rdfc-2022"), {}, enrolled) ==
        ProofFault::WrongSuite);
  CHECK(fault_of(with_proof_member(secured, "created", "2026-03-02T10:15:00+00:00"), {},
                 enrolled) == ProofFault::Malformed);
  CHECK(fault_of(sample_document(), {}, enrolled) == ProofFault::Malformed);
  CHECK(fault_of(Json("text"), {}, enrolled) == ProofFault::Malformed);
  Json list = sample_document();
  list.object()->insert_or_assign("proof", Json::Array{*secured.find("proof")});
  CHECK(fault_of(list, {}, enrolled) == ProofFault::Malformed);
}

TEST_CASE("a context that was changed on one side is refused") {
  const auto key = test::sample_key(1);
  const Json secured =
      secure(sample_document(), {ProofPurpose::AssertionMethod, test::sample_time(), {}, {}}, key);
  Json longer = secured;
  longer.object()->find("@context")->second.array()->emplace_back("https://evil.example/context");
  CHECK(fault_of(longer, {}, key.public_key()) == ProofFault::WrongContext);
  const Json other = with_proof_member(secured, "@context", Json::Array{"https://evil.example"});
  CHECK(fault_of(other, {}, key.public_key()) == ProofFault::WrongContext);
}

TEST_CASE("every bit of the signature counts") {
  const auto key = test::sample_key(1);
  const Json secured =
      secure(sample_document(), {ProofPurpose::AssertionMethod, test::sample_time(), {}, {}}, key);
  const std::string value = *secured.find("proof")->find("proofValue")->string();
  for (std::size_t i = 0; i < value.size(); ++i) {
    std::string changed = value;
    changed[i] = changed[i] == '2' ? '3' : '2';
    if (changed == value) continue;
    CHECK_FALSE(
        verify_proof(with_proof_member(secured, "proofValue", changed), {}, key.public_key())
            .has_value());
  }
}

}  // namespace
}  // namespace sayso::protocol
