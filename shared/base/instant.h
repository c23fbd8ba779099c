// Time as data: UTC instants in whole seconds and civil dates. Nothing here reads a clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sayso {

// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
struct Instant {
  std::int64_t unix_seconds = 0;
  friend bool operator==(Instant a, Instant b) { return a.unix_seconds == b.unix_seconds; }
  friend bool operator!=(Instant a, Instant b) { return !(a == b); }
  friend bool operator<(Instant a, Instant b) { return a.unix_seconds < b.unix_seconds; }
};

// A day of the proleptic Gregorian calendar; month and day count from 1.
struct Date {
  int year = 1970;
  int month = 1;
  int day = 1;
  friend bool operator==(Date a, Date b) {
    return a.year == b.year && a.month == b.month && a.day == b.day;
  }
  friend bool operator!=(Date a, Date b) { return !(a == b); }
  friend bool operator<(Date a, Date b) {
    if (a.year != b.year) return a.year < b.year;
    if (a.month != b.month) return a.month < b.month;
    return a.day < b.day;
  }
};

[[nodiscard]] std::int64_t days_from_epoch(Date date);
[[nodiscard]] Date date_from_days(std::int64_t days_from_epoch);
[[nodiscard]] Date utc_date(Instant instant);
[[nodiscard]] int days_in_month(int year, int month);
// 0 = Monday … 6 = Sunday (ISO 8601).
[[nodiscard]] int weekday(Date date);

// RFC 3339, always `YYYY-MM-DDTHH:MM:SSZ`; decode accepts exactly what encode writes, years
// 1970–9999.
[[nodiscard]] std::string encode_instant(Instant instant);
[[nodiscard]] std::optional<Instant> decode_instant(std::string_view text);
// `YYYY-MM-DD`.
[[nodiscard]] std::string encode_date(Date date);
[[nodiscard]] std::optional<Date> decode_date(std::string_view text);

}  // namespace sayso
