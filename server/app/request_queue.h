// The requests that wait for the team, whoever asked: how many, and which by when. Names nobody: to
// look at who asked is a use of its own. Safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/app/ports.h"
#include "server/app/vault.h"
#include "shared/encoding/json.h"

namespace sayso::app {

struct WaitingRequest {
  // Of the record that asked: as the person's own receipt has it.
  RecordId id;
  std::string kind;
  std::string state;
  Date received;
  // Nothing where no day is set.
  std::optional<Date> due;
};

// Those that were not answered yet, what is due first at the front. Opens every request that is
// kept; one whose key was destroyed is left out.
[[nodiscard]] std::vector<WaitingRequest> find_waiting_requests(const Vault& vault,
                                                                const Store& store);

struct RequestCounts {
  // Nobody has begun with them.
  std::int64_t fresh = 0;
  // Due today or within a week.
  std::int64_t due = 0;
  // Their day is past.
  std::int64_t overdue = 0;
};

[[nodiscard]] RequestCounts count_requests(const std::vector<WaitingRequest>& requests, Date today);

inline constexpr std::size_t kMostRequestsShown = 500;

// `{requests: [{id, kind, state, received, due, overdue}], more}`: so many at most.
[[nodiscard]] encoding::Json describe_queue(const std::vector<WaitingRequest>& requests,
                                            Date today);

}  // namespace sayso::app
