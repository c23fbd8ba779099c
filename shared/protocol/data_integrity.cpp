// The rules kept here:
// - what is signed is SHA-256(JCS(proof without proofValue)) ‖ SHA-256(JCS(document without
// proof));
// - the proof carries the document's @context, so that both are read in the same vocabulary;
// - a proof has exactly the members below, because one that is ignored could be one that matters
// (`expires`, say).
#include "shared/protocol/data_integrity.h"

#include <algorithm>

#include "shared/base/check.h"
#include "shared/crypto/hash.h"
#include "shared/encoding/base58btc.h"
#include "shared/encoding/canonical_without.h"
#include "shared/encoding/fields.h"
#include "shared/protocol/multikey.h"

namespace sayso::protocol {
namespace {

using encoding::Json;

constexpr std::string_view kType = "DataIntegrityProof";
constexpr std::string_view kSuite = "eddsa-jcs-2022";

std::string_view name_of(ProofPurpose purpose) {
  return purpose == ProofPurpose::AssertionMethod ? "assertionMethod" : "authentication";
}

std::string encode_proof_value(const crypto::Signature& signature) {
  return "z" + encoding::encode_base58btc(signature);
}

std::optional<crypto::Signature> decode_proof_value(std::string_view text) {
  if (text.size() > 100 || text.empty() || text.front() != 'z') return std::nullopt;
  const auto bytes = encoding::decode_base58btc(text.substr(1));
  crypto::Signature signature{};
  if (!bytes || bytes->size() != signature.size()) return std::nullopt;
  std::copy(bytes->begin(), bytes->end(), signature.begin());
  return signature;
}

Json without(const Json& object, std::string_view member) {
  Json::Object rest = *object.object();
  const auto found = rest.find(member);
  if (found != rest.end()) rest.erase(found);
  return rest;
}

struct Proof {
  std::string type;
  std::string suite;
  std::string purpose;
  std::string challenge;
  std::string domain;
  std::optional<crypto::PublicKey> key;
  std::optional<crypto::Signature> value;
  std::optional<Json> context;
};

std::optional<Proof> read_proof(const Json& json) {
  Proof proof;
  const auto read = encoding::read_fields(json, [&](encoding::Fields& fields) {
    proof.type = fields.text("type");
    proof.suite = fields.text("cryptosuite");
    proof.purpose = fields.text("proofPurpose");
    proof.challenge = fields.optional_text("challenge");
    proof.domain = fields.optional_text("domain");
    if (!decode_instant(fields.text("created"))) fields.refuse("created");
    proof.key = decode_verification_method(fields.text("verificationMethod"));
    if (!proof.key) fields.refuse("verificationMethod");
    proof.value = decode_proof_value(fields.text("proofValue"));
    if (!proof.value) fields.refuse("proofValue");
    if (fields.has("@context")) proof.context = fields.json("@context");
  });
  if (!read) return std::nullopt;
  return proof;
}

// A proof without a context leaves the document's as it stands, and signed with the document.
bool context_agrees(const Proof& proof, const Json& secured) {
  if (!proof.context) return true;
  const Json* context = secured.find("@context");
  return context != nullptr && *context == *proof.context;
}

std::optional<ProofFault> find_disagreement(const Proof& proof, const ProofExpectation& expected) {
  if (proof.type != kType || proof.suite != kSuite) return ProofFault::WrongSuite;
  if (proof.purpose != name_of(expected.purpose)) return ProofFault::WrongPurpose;
  if (proof.challenge != expected.challenge) return ProofFault::WrongChallenge;
  if (proof.domain != expected.domain) return ProofFault::WrongDomain;
  return std::nullopt;
}

ByteArray<64> input_of(std::string_view proof_options, std::string_view document) {
  const Digest options_hash = crypto::sha256(as_bytes(proof_options));
  const Digest document_hash = crypto::sha256(as_bytes(document));
  ByteArray<64> input{};
  std::copy(options_hash.begin(), options_hash.end(), input.begin());
  std::copy(document_hash.begin(), document_hash.end(), input.begin() + 32);
  return input;
}

const Json* find_in_proof(const Json& secured, std::string_view member) {
  const Json* proof = secured.find("proof");
  return proof == nullptr ? nullptr : proof->find(member);
}

}  // namespace

ByteArray<64> proof_input(const Json& proof_options, const Json& document) {
  return input_of(encoding::encode_canonical(proof_options), encoding::encode_canonical(document));
}

Json secure(const Json& document, const ProofOptions& options, const crypto::SigningKey& key) {
  CHECK(document.object() != nullptr && document.find("proof") == nullptr);
  Json::Object proof;
  if (const Json* context = document.find("@context")) proof.emplace("@context", *context);
  proof.emplace("type", kType);
  proof.emplace("cryptosuite", kSuite);
  proof.emplace("created", encode_instant(options.created));
  proof.emplace("verificationMethod", encode_verification_method(key.public_key()));
  proof.emplace("proofPurpose", name_of(options.purpose));
  if (!options.challenge.empty()) proof.emplace("challenge", options.challenge);
  if (!options.domain.empty()) proof.emplace("domain", options.domain);
  const crypto::Signature signature = key.sign(proof_input(proof, document));
  proof.emplace("proofValue", encode_proof_value(signature));
  Json::Object secured = *document.object();
  secured.emplace("proof", std::move(proof));
  return secured;
}

Expected<void, ProofFault> verify_proof(const Json& secured, const ProofExpectation& expected,
                                        const crypto::PublicKey& enrolled) {
  const Json* json = secured.find("proof");
  const auto proof = json == nullptr ? std::nullopt : read_proof(*json);
  if (!proof) return failure(ProofFault::Malformed);
  if (const auto fault = find_disagreement(*proof, expected)) return failure(*fault);
  if (*proof->key != enrolled) return failure(ProofFault::WrongKey);
  if (!context_agrees(*proof, secured)) return failure(ProofFault::WrongContext);
  const auto input = input_of(encoding::encode_canonical_without(*json, "proofValue"),
                              encoding::encode_canonical_without(secured, "proof"));
  if (!crypto::verify_signature(enrolled, input, *proof->value))
    return failure(ProofFault::WrongSignature);
  return {};
}

std::optional<crypto::PublicKey> claimed_key(const Json& secured) {
  const Json* method = find_in_proof(secured, "verificationMethod");
  if (method == nullptr || method->string() == nullptr) return std::nullopt;
  return decode_verification_method(*method->string());
}

std::optional<Instant> claimed_time(const Json& secured) {
  const Json* created = find_in_proof(secured, "created");
  if (created == nullptr || created->string() == nullptr) return std::nullopt;
  return decode_instant(*created->string());
}

Json without_proof(const Json& secured) {
  return secured.object() == nullptr ? secured : without(secured, "proof");
}

std::string_view describe(ProofFault fault) {
  switch (fault) {
    case ProofFault::Malformed:
      return "there is no proof, or it is not well-formed";
    case ProofFault::WrongSuite:
      return "the proof is not of suite eddsa-jcs-2022";
    case ProofFault::WrongPurpose:
      return "the proof was made for another purpose";
    case ProofFault::WrongChallenge:
      return "the proof answers another challenge";
    case ProofFault::WrongDomain:
      return "the proof was made for another domain";
    case ProofFault::WrongKey:
      return "the proof was made with another key";
    case ProofFault::WrongContext:
      return "the proof's @context is not the document's";
    case ProofFault::WrongSignature:
      return "the signature does not fit the document";
  }
  return "";
}

}  // namespace sayso::protocol
