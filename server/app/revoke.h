// Ends device keys, with an entry in the log for each. Runs on the sequencer's thread.
#pragma once

#include "server/app/desk.h"
#include "server/app/people.h"
#include "shared/protocol/revocation_record.h"

namespace sayso::app {

// Revokes every key in force of this person; `account` comes back without them, with its running
// number moved on, and is not stored here. False when an enrolment cannot be read any more.
[[nodiscard]] bool revoke_keys(const Desk& desk, Unit& unit, const PersonId& person,
                               Account& account, protocol::RevocationReason reason);

}  // namespace sayso::app
