// What a person's own word allows, as it stands now: the choice in force for one purpose and one
// organisation, the record that it rests on, and whether they asked for use to be limited.
// Safe from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/desk.h"
#include "server/app/people.h"
#include "shared/domain/choices.h"
#include "shared/protocol/record.h"

namespace sayso::app {

struct Standing {
  domain::State state = domain::State::NotAsked;
  // The records of the agreements in force, for a child that of each parent who agreed: the newest
  // first. None for other states.
  struct Agreement {
    Digest record{};
    Instant since;
  };
  std::vector<Agreement> agreements;
  // Somebody whose word counts asked to limit this use, and was not refused.
  bool limited = false;
};

// Whether it is an authority for the use: agreed to, or on a basis that is not consent and not
// objected to; and not limited.
[[nodiscard]] bool allows(const Standing& standing);
// What the entry of a use names: the records of the agreements, each once, in ascending order, the
// newest protocol::kMaxUseChoices at most.
[[nodiscard]] std::vector<Digest> choices_behind(const Standing& standing);
// Why it is none: "refused", "withdrawn", "not-asked", "objected", "limited".
[[nodiscard]] std::string_view reason_against(const Standing& standing);

// What this record says joins what its signer said about that person before. In the task that
// enters the record, so that whatever is decided next in the same batch goes by it already.
// `running` is the entry's number.
void note_word(Vault& vault, RowLayer& rows, const protocol::AnyRecord& record,
               const std::string& record_hash, const PersonId& signer, std::uint64_t running,
               Instant now);

// By the newest word of each whose word counts. For a child the word of each parent counts, and a
// no wins; a parent to whom the child is restricted can say no, and no yes of theirs is an
// authority.
[[nodiscard]] Standing find_standing(const Vault& vault, const Rows& rows, const PersonId& person,
                                     const Profile& profile, const domain::Purpose& purpose,
                                     const OrganisationId& organisation, Instant now);

}  // namespace sayso::app
