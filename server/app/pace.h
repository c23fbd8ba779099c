// How large the log should be by now: a random walk that knows nothing of what people do.
//
// Every second adds one entry with a chance of 1 in cover_seconds. What people enter takes the
// place of cover, so that the log keeps to the pace whoever acts; the public is shown the pace and
// nothing else. docs/decisions/quiet-councils.md.
#pragma once

#include <cstdint>
#include <functional>

#include "server/app/vault.h"
#include "shared/base/instant.h"

namespace sayso::app {

struct Pace {
  Instant as_of;
  // Entries that the log should hold.
  std::uint64_t due = 0;
};

// Evenly from 0 to below the bound.
using DrawBelow = std::function<unsigned(unsigned bound)>;

// Moves the pace on to `now`, and leaves it where it is when the clock went backwards. After more
// than a week of standing still only the last week counts.
[[nodiscard]] Pace advance(Pace pace, Instant now, std::int64_t cover_seconds,
                           const DrawBelow& draw_below);

// As the newest commit left it; nothing before the first one. A restart goes on from here, so that
// it does not show when the log grew last.
[[nodiscard]] std::optional<Pace> find_pace(const Vault& vault, const Rows& rows);
void store_pace(Vault& vault, RowLayer& rows, const Pace& pace);

}  // namespace sayso::app
