// Confirming that somebody holds the key that was enrolled for them: a short code on their screen,
// read out to the team in person or on a known number. Safe from any thread.
//
// A letter is not a person: what is held about somebody opens to a confirmed key alone.
#pragma once

#include <string>
#include <string_view>

#include "server/app/desk.h"
#include "server/app/refusal.h"
#include "server/app/session.h"
#include "server/app/unit.h"

namespace sayso::app {

// Long enough to be put through on the telephone.
inline constexpr std::int64_t kConfirmationSeconds = 15 * 60;
inline constexpr int kConfirmationTries = 5;

// Six digits for the key of this session, in place of an earlier code of the same person.
[[nodiscard]] std::string make_confirmation_code(const Desk& desk, RowLayer& rows,
                                                 const Session& session, Instant now);

// Whether it is the code on the person's screen. Right: the key is confirmed, and a statement says
// so in the log. Wrong: a try is used up, which is a change to be kept as well.
[[nodiscard]] bool try_confirmation(const Desk& desk, Unit& unit, const PersonId& person,
                                    std::string_view code);

[[nodiscard]] bool is_confirmed(const Session& session);

}  // namespace sayso::app
