// The sign-in document: a device key answers a challenge. docs/formats/sign-in.md.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "shared/base/expected.h"
#include "shared/base/instant.h"
#include "shared/crypto/ed25519.h"
#include "shared/encoding/json.h"
#include "shared/protocol/data_integrity.h"

namespace sayso::protocol {

inline constexpr std::size_t kMaxChallengeBytes = 200;

struct SignIn {
  // As the server gave them: 1 … kMaxChallengeBytes each.
  std::string challenge;
  std::string domain;
  Instant device_time;
};

// A document of its own type, secured with purpose Authentication: never a record in disguise.
[[nodiscard]] encoding::Json sign_sign_in(const SignIn& sign_in, const crypto::SigningKey& key);

// Before verifying: the challenge that the proof claims to answer; empty when there is none.
[[nodiscard]] std::string claimed_challenge(const encoding::Json& secured);

// claimed_key() says which enrolled key to look up. Malformed also where the document is of another
// type.
[[nodiscard]] Expected<void, ProofFault> verify_sign_in(const encoding::Json& secured,
                                                        std::string_view challenge,
                                                        std::string_view domain,
                                                        const crypto::PublicKey& enrolled);

}  // namespace sayso::protocol
