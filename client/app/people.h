// Whom a route is about, and what has been chosen for them, as this device knows it: acknowledged
// records and those still waiting.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/app/state.h"

namespace sayso::client {

// Whom a route is about. Nothing when there is no such child, or nobody is signed in.
[[nodiscard]] std::optional<PersonId> subject_at(const State& state, const Route& route);
// Of the route on screen.
[[nodiscard]] std::optional<PersonId> subject_of(const State& state);
// The child's name; empty when people choose for themselves.
[[nodiscard]] std::string child_name(const State& state, std::optional<std::size_t> child);

// As domain::fold_choices, of acknowledged and waiting records together.
[[nodiscard]] std::vector<domain::Choice> choices_of(const State& state,
                                                     const std::optional<PersonId>& about);
// Of acknowledged records alone: tells which of the above are still waiting.
[[nodiscard]] std::vector<domain::Choice> acknowledged_choices_of(
    const State& state, const std::optional<PersonId>& about);
// By when an answer is due to what is received on this day.
[[nodiscard]] std::optional<domain::Due> due_for_new(const State& state, domain::RequestKind kind,
                                                     Date received);
// Oldest first; about everybody where nobody is named.
[[nodiscard]] std::vector<screens::RequestLine> requests_of(const State& state,
                                                            const std::optional<PersonId>& about);

}  // namespace sayso::client
