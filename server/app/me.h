// What a signed-in person's client works from: who they are, their children, the receipts of all
// that they signed. Safe from any thread.
#pragma once

#include <vector>

#include "server/app/desk.h"
#include "server/app/refusal.h"
#include "server/app/session.h"

namespace sayso::app {

// The object `me` of docs/openapi.json.
[[nodiscard]] Outcome<encoding::Json> describe_me(const Desk& desk, const Rows& rows,
                                                  const Session& session);

// `{id, name, group}`.
[[nodiscard]] encoding::Json describe_person(const PersonId& id, const Profile& profile,
                                             Instant now);

// The children for whom this person chooses today, in the order in which they were given.
[[nodiscard]] std::vector<PersonId> children_of(const Desk& desk, const Rows& rows,
                                                const PersonId& adult, Instant now);

}  // namespace sayso::app
