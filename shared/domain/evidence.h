// Evidence: what the server can show today of the promises that the notice makes. Figures about the
// person who asks and about the council, never about anybody else.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "shared/base/instant.h"
#include "shared/domain/notice.h"

namespace sayso::domain {

// The published log.
struct LogEvidence {
  std::int64_t size = 0;  // entries
  Instant as_of;          // when it was last due to be brought up to date, and was
  std::int64_t witnesses = 0;
};

struct UseEvidence {
  std::int64_t count = 0;
  std::int64_t by_choice = 0;   // rested on a yes that was in force
  std::int64_t by_others = 0;   // by organisations other than the team
  std::optional<Instant> last;  // nothing where there was none
};

struct ItemEvidence {
  std::int64_t count = 0;
  std::int64_t overdue = 0;  // held past their last day
  std::optional<Date> next;  // the soonest last day of those that are not
};

struct RequestEvidence {
  std::int64_t count = 0;
  std::int64_t late = 0;  // past the day by which they should have been answered
};

struct Evidence {
  // Whose requests are taken now; sorted, none twice.
  std::vector<OrganisationId> organisations;
  std::optional<LogEvidence> log;  // nothing before the first checkpoint
  std::int64_t choices = 0;        // records of the person's own word, in the log
  std::int64_t devices = 0;        // keys that open the person's pages now
  RequestEvidence requests;
  // Nothing while nobody has made sure who holds the key.
  std::optional<UseEvidence> uses;
  std::optional<ItemEvidence> items;
};

}  // namespace sayso::domain
