// W3C Data Integrity proofs with cryptosuite eddsa-jcs-2022 (Data Integrity EdDSA Cryptosuites
// v1.0, §3.3).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/expected.h"
#include "shared/base/instant.h"
#include "shared/crypto/ed25519.h"
#include "shared/encoding/json.h"

namespace sayso::protocol {

// AssertionMethod for records, Authentication for signing in. Neither is accepted for the other.
enum class ProofPurpose { AssertionMethod, Authentication };

struct ProofOptions {
  ProofPurpose purpose = ProofPurpose::AssertionMethod;
  Instant created;
  // Empty = the proof has no such member. Both belong to Authentication.
  std::string challenge;
  std::string domain;
};

enum class ProofFault {
  Malformed,   // no proof, or one with missing, unknown or wrong members
  WrongSuite,  // another type or cryptosuite
  WrongPurpose,
  WrongChallenge,
  WrongDomain,
  WrongKey,      // made with another key than the enrolled one
  WrongContext,  // the proof's @context is not the document's
  WrongSignature,
};

// The document with its proof. Precondition: an object without a member `proof`.
[[nodiscard]] encoding::Json secure(const encoding::Json& document, const ProofOptions& options,
                                    const crypto::SigningKey& key);

struct ProofExpectation {
  ProofPurpose purpose = ProofPurpose::AssertionMethod;
  // Empty = there must be none.
  std::string_view challenge;
  std::string_view domain;
};

// Against the enrolled key, never against the key that the message names; but the message must name
// the same. Stricter than the Recommendation: members of a proof that this file does not know are
// refused, and so is a document whose @context was lengthened after signing.
[[nodiscard]] Expected<void, ProofFault> verify_proof(const encoding::Json& secured,
                                                      const ProofExpectation& expected,
                                                      const crypto::PublicKey& enrolled);

// Which key a secured document says it was made with. A claim: look the key up, never trust it.
[[nodiscard]] std::optional<crypto::PublicKey> claimed_key(const encoding::Json& secured);
// When a secured document says its proof was made.
[[nodiscard]] std::optional<Instant> claimed_time(const encoding::Json& secured);

// The document without its proof.
[[nodiscard]] encoding::Json without_proof(const encoding::Json& secured);

// What is signed: SHA-256 of the canonical proof options, then SHA-256 of the canonical document.
// `proof_options` is the proof without its value.
[[nodiscard]] ByteArray<64> proof_input(const encoding::Json& proof_options,
                                        const encoding::Json& document);

[[nodiscard]] std::string_view describe(ProofFault fault);

}  // namespace sayso::protocol
