// Destroying what has been held for as long as the notice says, and saying what comes next.
//
// Of a desk that has the data folder alone, as shred.h. Every step is one of shred's: certified in
// the log, finished by the next run where one was cut off.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "server/app/shred.h"

namespace sayso::app {

// What lies under one month's key.
struct MonthHeld {
  Month month;       // by the end of which it is destroyed
  bool due = false;  // the month is over
  std::size_t people = 0;
  std::map<DataClass, std::size_t> rows;
};

struct RetentionForecast {
  std::vector<MonthHeld> months;  // soonest first
  // A run was cut off: the next one ends it first.
  bool unfinished = false;
};

// Changes nothing. Unreadable where a row does not say under which key it is.
[[nodiscard]] Expected<RetentionForecast, ShredError> forecast_retention(const ShredDesk& desk);

// Destroys every month that is over, soonest first; what an earlier run left is ended before. Each
// certificate is in the log when it comes back. A run that fails half-way keeps what it did, and
// the same call goes on from there.
[[nodiscard]] Expected<std::vector<protocol::DestructionCertificate>, ShredError> run_retention(
    const ShredDesk& desk);

}  // namespace sayso::app
