// Whether a well-formed record may stand: who may express it, and whether the notice offers what it
// decides. Safe from any thread.
#pragma once

#include "server/app/desk.h"
#include "server/app/people.h"
#include "server/app/refusal.h"
#include "shared/protocol/record.h"

namespace sayso::app {

// The part that every consent or request record has. Precondition: not an enrolment.
[[nodiscard]] const protocol::RecordCommon& common_of(const protocol::AnyRecord& record);

// Against the notices alone: the version was shown, and offers each choice. A withdrawal may name
// what only an earlier notice named: taking back is always possible.
[[nodiscard]] Outcome<void> judge_content(const Notices& notices,
                                          const protocol::AnyRecord& record);

// Against the people: expressed by the session's person, about themselves or about a child that
// they may choose for. Somebody else, a restricted child and nobody at all get the same answer.
[[nodiscard]] Outcome<void> judge_rights(const Vault& vault, const Rows& rows,
                                         const protocol::RecordCommon& record,
                                         const PersonId& signer, Instant now);

}  // namespace sayso::app
