#include "shared/base/instant.h"

#include <doctest/doctest.h>

#include <string>

namespace sayso {
namespace {

// The calendar's rule, one day at a time.
Date next_day(Date date) {
  const bool leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
  const int kDays[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (++date.day <= kDays[date.month - 1]) return date;
  date.day = 1;
  if (++date.month <= 12) return date;
  return {date.year + 1, 1, 1};
}

TEST_CASE("days and dates agree with a calendar walked day by day for four centuries") {
  Date date{1970, 1, 1};
  for (std::int64_t day = 0; date.year < 2371; ++day, date = next_day(date)) {
    if (days_from_epoch(date) == day && date_from_days(day) == date &&
        weekday(date) == (day + 3) % 7)
      continue;
    CAPTURE(day);
    FAIL_CHECK("the calendars part here");
    break;
  }
}

TEST_CASE("days are counted from 1970, backwards too") {
  CHECK(days_from_epoch({2000, 2, 29}) == 11016);
  CHECK(days_from_epoch({9999, 12, 31}) == 2932896);
  CHECK(days_from_epoch({1969, 12, 31}) == -1);
  CHECK(date_from_days(-1) == Date{1969, 12, 31});
  CHECK(date_from_days(-719'528) == Date{0, 1, 1});
}

TEST_CASE("weekdays count from Monday, before 1970 as well") {
  CHECK(weekday({1970, 1, 1}) == 3);
  CHECK(weekday({2024, 2, 29}) == 3);
  CHECK(weekday({1969, 12, 29}) == 0);
  CHECK(weekday({1969, 12, 28}) == 6);
}

TEST_CASE("February has 29 days in leap years alone") {
  CHECK(days_in_month(2024, 2) == 29);
  CHECK(days_in_month(2023, 2) == 28);
  CHECK(days_in_month(2100, 2) == 28);
  CHECK(days_in_month(2000, 2) == 29);
  CHECK(days_in_month(2024, 12) == 31);
}

TEST_CASE("an instant is written to the second in UTC and read back") {
  CHECK(encode_instant({0}) == "1970-01-01T00:00:00Z");
  CHECK(encode_instant({2147483648}) == "2038-01-19T03:14:08Z");
  CHECK(decode_instant("2038-01-19T03:14:08Z") == Instant{2147483648});
  CHECK(decode_instant("9999-12-31T23:59:59Z") == Instant{253402300799});
  CHECK(encode_instant({253402300799}) == "9999-12-31T23:59:59Z");
  CHECK(utc_date({-1}) == Date{1969, 12, 31});
  CHECK(encode_instant({-1}) == "1969-12-31T23:59:59Z");
}

TEST_CASE("any other spelling of an instant is refused") {
  for (const std::string text :
       {"", "2024-01-01", "2024-01-01T00:00:00", "2024-01-01t00:00:00Z", "2024-01-01T00:00:00z",
        "2024-01-01 00:00:00Z", "2024-01-01T24:00:00Z", "2024-01-01T23:60:00Z",
        "2024-01-01T23:59:60Z", "2024-01-01T00:00:00+00:00", "2024-01-01T00:00:00.0Z",
        "2024-01-01T-1:00:00Z", "1969-12-31T23:59:59Z", "2024-1-01T00:00:00ZZ",
        " 024-01-01T00:00:00Z"}) {
    CAPTURE(text);
    CHECK_FALSE(decode_instant(text).has_value());
  }
}

TEST_CASE("a date that the calendar lacks is refused") {
  CHECK(decode_date("2024-02-29") == Date{2024, 2, 29});
  for (const std::string text :
       {"2023-02-29", "2024-00-10", "2024-13-01", "2024-01-00", "2024-04-31", "2024/01/01",
        "24-01-01", "2024-01-1", "+024-01-01", "2024-01-01 "}) {
    CAPTURE(text);
    CHECK_FALSE(decode_date(text).has_value());
  }
  CHECK(encode_date({2024, 2, 9}) == "2024-02-09");
}

TEST_CASE("instants and dates are in order of time") {
  CHECK(Instant{1} < Instant{2});
  CHECK_FALSE(Instant{2} < Instant{2});
  CHECK(Date{2023, 12, 31} < Date{2024, 1, 1});
  CHECK(Date{2024, 1, 31} < Date{2024, 2, 1});
  CHECK_FALSE(Date{2024, 2, 2} < Date{2024, 2, 1});
}

}  // namespace
}  // namespace sayso
