// What a person's own word allows, as it stands now: the choice in force for one purpose and one
// organisation, the record that it rests on, and whether they asked for use to be limited.
// Safe from any thread.
#pragma once

#include <optional>

#include "server/app/desk.h"
#include "server/app/people.h"
#include "shared/domain/choices.h"

namespace sayso::app {

struct Standing {
  domain::State state = domain::State::NotAsked;
  // Hash of the record of the agreement in force, and when it was entered; nothing for other
  // states.
  std::optional<Digest> record;
  Instant since;
  // Somebody whose word counts asked to limit this use, and was not refused.
  bool limited = false;
};

// Read from the signed records themselves. For a child the word of each parent counts, and a no
// wins; a parent to whom the child is restricted can say no, and no yes of theirs is an authority.
[[nodiscard]] Standing find_standing(const Vault& vault, const Rows& rows, const PersonId& person,
                                     const Profile& profile, const domain::Purpose& purpose,
                                     const OrganisationId& organisation, Instant now);

}  // namespace sayso::app
