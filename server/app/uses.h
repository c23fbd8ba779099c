// Uses of what is known about people: each is an entry in the log, sealed under the person's key,
// before anything is released. Safe from any thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server/app/desk.h"
#include "server/app/refusal.h"
#include "server/app/unit.h"
#include "shared/domain/use.h"

namespace sayso::app {

// Somebody of the team looks at what is held about a person.
struct Look {
  // What they are: "key-worker", "reviewer", "dpo", "administrator".
  std::string role;
  std::vector<domain::KindId> information;
  PurposeId purpose;
  // Hashes of the records of the choices that allow it, ascending; none where the purpose's basis
  // is not consent.
  std::vector<Digest> choices = {};
};

// The team's own part in this purpose; null where the notice gives it none.
[[nodiscard]] const domain::Organisation* find_team(const domain::Notice& notice,
                                                    const PurposeId& purpose);

// Puts the use on its way into the log, in the person's own series. What it stands for may be
// released once the unit is durable, which is when the answer of its task is made: never before.
// Null, and nothing done, where there is no such person.
[[nodiscard]] std::shared_ptr<const NewEntry> append_use(const Desk& desk, Unit& unit,
                                                         const PersonId& person,
                                                         const protocol::Used& used);

// The same for a look by the team. Refused where the notice does not know the purpose as one of the
// team's own ("/purpose"), or a kind ("/information"), and where there is nobody ("/person").
[[nodiscard]] Outcome<std::shared_ptr<const NewEntry>> append_look(const Desk& desk, Unit& unit,
                                                                   const PersonId& person,
                                                                   const Look& look);

struct KeptUse {
  // Without a choice: which one may be named depends on who reads it.
  domain::Use use;
  // Hashes of the records that it rested on; none where the basis is not consent.
  std::vector<Digest> choices;
};

// Newest first. One whose key is gone is left out: nobody can read it any more.
[[nodiscard]] std::vector<KeptUse> find_uses(const Vault& vault, const Rows& rows,
                                             const PersonId& person);

}  // namespace sayso::app
