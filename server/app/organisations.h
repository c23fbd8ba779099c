// The keys of organisations: who may ask at the gate, and whether a request is theirs.
// Safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/desk.h"
#include "server/app/refusal.h"
#include "server/app/unit.h"
#include "shared/crypto/ed25519.h"

namespace sayso::app {

struct OrganisationKey {
  OrganisationId organisation;
  // As Multikey.
  std::string key;
  Instant added;
  // Nothing while it is in force.
  std::optional<Instant> revoked;
};

// A request as it was signed: RFC 9421, in the profile of docs/formats/signed-request.md. What was
// received is in `base`; nothing has been verified yet.
struct SignedRequest {
  // The Multikey that it says it was signed with.
  std::string key;
  Instant created;
  std::string nonce;
  // The signature base, byte for byte.
  std::string base;
  crypto::Signature signature{};
};

// How far the clocks may be apart, and how long a request may be under way.
inline constexpr std::int64_t kSignatureAgeSeconds = 2 * 60;
inline constexpr std::int64_t kSignatureAheadSeconds = 30;

// Whether the signature is that of the key that it names. Needs no order, and is the costly part.
[[nodiscard]] Outcome<void> check_signature(const SignedRequest& request);

// Whose request it is, if the key is in force, the request fresh, and its nonce new; the nonce is
// spent then. Precondition: check_signature().
[[nodiscard]] Outcome<OrganisationId> admit_request(const Desk& desk, Unit& unit,
                                                    const SignedRequest& request);

[[nodiscard]] std::optional<OrganisationKey> find_organisation_key(const Vault& vault,
                                                                   const Rows& rows,
                                                                   std::string_view key);
void store_organisation_key(Vault& vault, RowLayer& rows, const OrganisationKey& key);
// By organisation, then by when they were added.
[[nodiscard]] std::vector<OrganisationKey> list_organisation_keys(const Vault& vault,
                                                                  const Store& store);

}  // namespace sayso::app
