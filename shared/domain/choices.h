// Choices: what one person said about one purpose and one organisation, and what that adds up to.
//
// Everything here is about a single person. A caller hands in whatever it holds; statements about
// anybody else, or expressed by anybody but the viewer, change nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/instant.h"
#include "shared/base/tagged.h"
#include "shared/domain/age.h"
#include "shared/domain/notice.h"

namespace sayso::domain {

enum class Decision { Agreed, Refused, Withdrawn };

enum class State {
  NotAsked,  // of itself a state: neither yes nor no
  Agreed,
  Refused,
  Withdrawn,
  NotConsent,  // the basis is not consent, and nobody objected
  Objected,    // the basis is not consent, and the person objected
};

// In which role somebody expresses a choice: about themselves, or about a child that they are
// responsible for.
enum class Role { Self, Parent };

enum class DeviceClock { Good, Off };

// When, by whom and under which notice something was said.
struct Made {
  Instant server_time;
  Instant device_time;
  DeviceClock device_clock =
      DeviceClock::Good;  // Off: the two times are too far apart to believe the device's
  PersonId expressed_by;
  Role role = Role::Self;
  Digest notice_hash{};
  EntryIndex index;  // the log's order is the order of things
};

struct Statement {
  PersonId about;
  PurposeId purpose;
  OrganisationId organisation;
  Decision decision = Decision::Refused;
  Made made;
};

// An objection is a request, not a decision: it has a case of its own, and shows here beside the
// choices.
struct Objection {
  PersonId about;
  PurposeId purpose;
  OrganisationId organisation;
  Made made;
};

struct Moment {
  State became = State::NotAsked;
  Made made;
};

struct Choice {
  PurposeId purpose;
  OrganisationId organisation;
  State state = State::NotAsked;
  std::vector<Moment> history;  // oldest first; empty when nothing was ever said
  bool in_notice =
      true;  // false: said under an earlier notice that named what this one no longer does
};

// One Choice for every purpose × organisation of the notice, in its order, then what only earlier
// notices named. Only what `viewer` expressed about `about` counts: each parent sees their own
// answer, never the other's.
[[nodiscard]] std::vector<Choice> fold_choices(std::span<const Statement> statements,
                                               std::span<const Objection> objections,
                                               const Notice& notice, const PersonId& about,
                                               const PersonId& viewer);

[[nodiscard]] const Choice* find_choice(std::span<const Choice> choices, const PurposeId& purpose,
                                        const OrganisationId& organisation);

// What a use or a disclosure has to go by. For a child, any parent's standing "no" (refused or
// withdrawn) wins over any "yes"; from 13 on only what the person expressed themselves counts, so a
// parent's answer ends on that birthday.
[[nodiscard]] State effective_state(std::span<const Statement> statements,
                                    std::span<const Objection> objections, const Purpose& purpose,
                                    const OrganisationId& organisation, const PersonId& about,
                                    Group group);

// Only a standing yes can be withdrawn; a yes or a no can always be given, again too (a changed
// notice asks anew); none of them where the basis is not consent. agreed or refused.
[[nodiscard]] bool may_follow(State state, Decision decision);

// Beyond this the device's clock is marked as off.
inline constexpr std::int64_t kClockToleranceSeconds = 24 * 60 * 60;
[[nodiscard]] DeviceClock judge_device_clock(Instant device_time, Instant server_time);

// "agreed", "not-asked", …: names in records and addresses.
[[nodiscard]] std::string_view name_of(Decision decision);
[[nodiscard]] std::string_view name_of(State state);
[[nodiscard]] std::string_view name_of(Role role);
[[nodiscard]] std::optional<Decision> find_decision(std::string_view name);
[[nodiscard]] std::optional<Role> find_role(std::string_view name);

}  // namespace sayso::domain
