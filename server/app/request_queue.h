// The requests that wait for the team, whoever asked: how many, and which by when. Names nobody: to
// look at who asked is a use of its own. Safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "server/app/casework.h"
#include "shared/encoding/json.h"

namespace sayso::app {

// Those that are open, what is due first at the front, what has no day last.
[[nodiscard]] std::vector<CaseLine> find_waiting_cases(const Desk& desk, const Rows& rows);

struct RequestCounts {
  // Nobody has begun with them.
  std::int64_t fresh = 0;
  // Due today or within a week.
  std::int64_t due = 0;
  // Their day is past.
  std::int64_t overdue = 0;
};

[[nodiscard]] RequestCounts count_requests(const std::vector<CaseLine>& cases, Date today);

inline constexpr std::size_t kMostRequestsShown = 500;

// `{number, id, kind, state, received, overdue}`, and `due`, `target`, `proposed` where there are
// such.
[[nodiscard]] encoding::Json::Object describe_line(const CaseLine& line, Date today);
// `{requests: [describe_line()], more}`: so many at most.
[[nodiscard]] encoding::Json describe_queue(const std::vector<CaseLine>& cases, Date today);

}  // namespace sayso::app
