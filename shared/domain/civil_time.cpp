#include "shared/domain/civil_time.h"

namespace sayso::domain {
namespace {

constexpr std::int64_t kHour = 3'600;
constexpr std::int64_t kDay = 24 * kHour;

// 01:00 UTC on the month's last Sunday; the month has 31 days.
std::int64_t change_of_clocks(int year, int month) {
  const Date last{year, month, 31};
  const std::int64_t days_since_sunday = (weekday(last) + 1) % 7;
  return (days_from_epoch(last) - days_since_sunday) * kDay + kHour;
}

bool is_summer_time(Instant instant) {
  const int year = utc_date(instant).year;
  return instant.unix_seconds >= change_of_clocks(year, 3) &&
         instant.unix_seconds < change_of_clocks(year, 10);
}

}  // namespace

CivilTime uk_time(Instant instant) {
  const Instant local{instant.unix_seconds + (is_summer_time(instant) ? kHour : 0)};
  const Date date = utc_date(local);
  const std::int64_t second_of_day = local.unix_seconds - days_from_epoch(date) * kDay;
  return {date, static_cast<int>(second_of_day / kHour),
          static_cast<int>(second_of_day % kHour / 60)};
}

}  // namespace sayso::domain
