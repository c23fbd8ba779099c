// The notice that a person answered last, and what has changed since.
#pragma once

#include <optional>
#include <string>

#include "client/app/state.h"
#include "shared/domain/notice_diff.h"

namespace sayso::client {

// The notice whose questions were answered last; empty when none were. Taking something back
// answers none of them.
[[nodiscard]] std::string newest_notice_hash(const State& state,
                                             const std::optional<PersonId>& about);
// Null while it is not here.
[[nodiscard]] const domain::Notice* notice_by_hash(const State& state, const std::string& hash);
// Since then; empty where that is not known.
[[nodiscard]] domain::NoticeChanges changes_since_answered(const State& state,
                                                           const std::optional<PersonId>& about);

}  // namespace sayso::client
