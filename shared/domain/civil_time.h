// The time of day that a clock on a wall in the United Kingdom shows for an instant.
#pragma once

#include "shared/base/instant.h"

namespace sayso::domain {

struct CivilTime {
  Date date;
  int hour = 0;    // 0–23
  int minute = 0;  // 0–59
};

// Summer time from 01:00 UTC on the last Sunday of March until 01:00 UTC on the last Sunday of
// October.
[[nodiscard]] CivilTime uk_time(Instant instant);

}  // namespace sayso::domain
