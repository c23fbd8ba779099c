#include "shared/protocol/sign_in.h"

#include "shared/base/check.h"
#include "shared/protocol/document_fields.h"

namespace sayso::protocol {

using encoding::Fields;
using encoding::Json;

Json sign_sign_in(const SignIn& sign_in, const crypto::SigningKey& key) {
  CHECK(!sign_in.challenge.empty() && sign_in.challenge.size() <= kMaxChallengeBytes);
  CHECK(!sign_in.domain.empty() && sign_in.domain.size() <= kMaxChallengeBytes);
  // All that matters stands in the proof: the key, the challenge and the domain.
  return secure(
      begin_document(kSignInKind),
      {ProofPurpose::Authentication, sign_in.device_time, sign_in.challenge, sign_in.domain}, key);
}

std::string claimed_challenge(const Json& secured) {
  const Json* proof = secured.find("proof");
  const Json* challenge = proof == nullptr ? nullptr : proof->find("challenge");
  if (challenge == nullptr || challenge->string() == nullptr) return {};
  return challenge->string()->size() > kMaxChallengeBytes ? std::string() : *challenge->string();
}

Expected<void, ProofFault> verify_sign_in(const Json& secured, std::string_view challenge,
                                          std::string_view domain,
                                          const crypto::PublicKey& enrolled) {
  // For a proof in general, empty means that none is expected; signing in always takes both.
  if (challenge.empty()) return failure(ProofFault::WrongChallenge);
  if (domain.empty()) return failure(ProofFault::WrongDomain);
  const auto read = encoding::read_fields(without_proof(secured),
                                          [](Fields& fields) { read_kind(fields, kSignInKind); });
  if (!read) return failure(ProofFault::Malformed);
  return verify_proof(secured, {ProofPurpose::Authentication, challenge, domain}, enrolled);
}

}  // namespace sayso::protocol
