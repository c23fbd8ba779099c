// What people asked of the council, with the day by which they are answered. Safe from any thread.
#pragma once

#include <span>

#include "server/app/vault.h"
#include "shared/base/instant.h"
#include "shared/protocol/request_record.h"

namespace sayso::app {

// Keeps the case that the request opens: kind, received, due, public state. `running` is the
// entry's number.
void store_request(Vault& vault, RowLayer& rows, const protocol::RequestRecord& record,
                   std::uint64_t running, std::span<const Date> bank_holidays, Instant now);

// `[{id, kind, received, due, state}]` of the requests that this person signed, in log order.
[[nodiscard]] encoding::Json::Array describe_requests(const Vault& vault, const Rows& rows,
                                                      const PersonId& signer,
                                                      std::uint64_t running);

// Whether the council answered this request with a no.
[[nodiscard]] bool was_refused(const Vault& vault, const Rows& rows, const PersonId& signer,
                               std::uint64_t running);

}  // namespace sayso::app
