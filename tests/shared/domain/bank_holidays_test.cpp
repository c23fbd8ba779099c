// The table of bank holidays against the rules of the Banking and Financial Dealings Act 1971,
// worked out apart from it.
#include <doctest/doctest.h>

#include <algorithm>

#include "shared/domain/due.h"
#include "tests/support/shipped_content.h"

using namespace sayso;
using domain::add_days;

namespace {

// Gauss's algorithm in its Gregorian form.
Date easter_sunday(int year) {
  const int a = year % 19;
  const int b = year % 4;
  const int c = year % 7;
  const int k = year / 100;
  const int p = (13 + 8 * k) / 25;
  const int m = (15 - p + k - k / 4) % 30;
  const int n = (4 + k - k / 4) % 7;
  const int d = (19 * a + m) % 30;
  const int e = (2 * b + 4 * c + 6 * d + n) % 7;
  if (d == 29 && e == 6) return {year, 4, 19};
  if (d == 28 && e == 6 && (11 * m + 11) % 30 < 19) return {year, 4, 18};
  return add_days({year, 3, 22}, d + e);
}

bool holds(const std::vector<Date>& days, Date day) {
  return std::binary_search(days.begin(), days.end(), day);
}

}  // namespace

TEST_CASE("every year of the table has its eight bank holidays, none at a weekend") {
  const auto table = test::shipped_bank_holidays();
  for (int year = table.first_year; year <= table.last_year; ++year) {
    CAPTURE(year);
    const auto in_year = [year](Date date) { return date.year == year; };
    CHECK(std::count_if(table.days.begin(), table.days.end(), in_year) == 8);
  }
  for (const Date day : table.days) CHECK(weekday(day) < 5);
}

TEST_CASE("Easter's bank holidays are where the moon puts them") {
  const auto table = test::shipped_bank_holidays();
  for (int year = table.first_year; year <= table.last_year; ++year) {
    CAPTURE(year);
    CHECK(holds(table.days, add_days(easter_sunday(year), -2)));
    CHECK(holds(table.days, add_days(easter_sunday(year), 1)));
  }
}

TEST_CASE("the Monday holidays are first in May, last in May and last in August") {
  const auto table = test::shipped_bank_holidays();
  for (int year = table.first_year; year <= table.last_year; ++year) {
    CAPTURE(year);
    Date first_of_may{year, 5, 1};
    while (weekday(first_of_may) != 0) first_of_may = add_days(first_of_may, 1);
    CHECK(holds(table.days, first_of_may));
    for (const int month : {5, 8}) {
      Date last{year, month, 31};
      while (weekday(last) != 0) last = add_days(last, -1);
      CHECK(holds(table.days, last));
    }
  }
}

TEST_CASE("a fixed holiday at a weekend has a substitute on a working day after it") {
  const auto days = test::shipped_bank_holidays().days;
  CHECK(holds(days, {2026, 12, 25}));
  CHECK(holds(days, {2026, 12, 28}));  // Boxing Day is a Saturday
  CHECK(holds(days, {2027, 12, 27}));  // Christmas Day is a Saturday
  CHECK(holds(days, {2027, 12, 28}));
  CHECK(holds(days, {2028, 1, 3}));    // New Year's Day is a Saturday
  CHECK(holds(days, {2033, 12, 26}));  // Christmas Day is a Sunday
  CHECK(holds(days, {2033, 12, 27}));
}
