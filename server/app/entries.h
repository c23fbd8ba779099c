// Where a person's entries lie, and how they are read back. Safe from any thread.
#pragma once

#include <cstdint>

#include "server/app/vault.h"
#include "shared/base/tagged.h"

namespace sayso::app {

// The address is made of the signer and the running number: the store cannot tell which entries are
// whose.
[[nodiscard]] RowAddress entry_address(const Vault& vault, const PersonId& signer,
                                       std::uint64_t running);

// The receipt as it was given, or why there is none any more.
[[nodiscard]] Expected<encoding::Json, VaultError> load_entry(const Vault& vault, const Rows& rows,
                                                              const PersonId& signer,
                                                              std::uint64_t running);

// "consent", "request", "enrolment" or "revocation", as the receipt of load_entry() says.
[[nodiscard]] std::string type_of_entry(const encoding::Json& receipt);

// Its key was destroyed, so that nobody can open it any more; false where it is damaged or was
// never there.
[[nodiscard]] bool is_entry_destroyed(const Vault& vault, const Rows& rows, const PersonId& signer,
                                      std::uint64_t running);

// The enrolment in this person's series at this number, laid open. Its proof is of its own time:
// whoever hands it on renews it.
[[nodiscard]] std::optional<protocol::Opening> find_enrolment(const Vault& vault, const Rows& rows,
                                                              const PersonId& signer,
                                                              std::uint64_t running);

}  // namespace sayso::app
