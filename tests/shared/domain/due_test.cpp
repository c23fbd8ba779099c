#include "shared/domain/due.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/shipped_content.h"

using namespace sayso;
using namespace sayso::domain;

namespace {

Date day(const std::string& text) {
  const auto date = decode_date(text);
  REQUIRE(date.has_value());
  return *date;
}

struct Case {
  const char* received;
  const char* by;
  const char* why;
};

// Worked out by hand on a calendar, weekday and bank holidays beside each.
const Case kOneMonth[] = {
    {"2026-09-03", "2026-10-05", "3 October is a Saturday"},
    {"2026-11-02", "2026-12-02", "a plain month"},
    {"2026-01-31", "2026-03-02", "no 31 February: 28 February is a Saturday, then Monday"},
    {"2028-01-31", "2028-02-29", "the last day of February in a leap year, a Tuesday"},
    {"2027-01-29", "2027-03-01", "no 29 February: 28 February is a Sunday, then Monday"},
    {"2028-01-29", "2028-02-29", "29 February is there in a leap year"},
    {"2024-02-29", "2024-04-02", "29 March is Good Friday, 1 April Easter Monday"},
    {"2026-03-31", "2026-04-30", "no 31 April"},
    {"2026-05-31", "2026-06-30", "no 31 June"},
    {"2026-12-01", "2027-01-04", "1 January, then a weekend"},
    {"2026-12-31", "2027-02-01", "31 January is a Sunday"},
    {"2026-11-25", "2026-12-29", "Christmas Day, a weekend, the substitute for Boxing Day"},
    {"2027-11-25", "2027-12-29", "Christmas and Boxing Day have substitutes on 27 and 28 December"},
    {"2027-12-01", "2028-01-04", "New Year's Day has its substitute on Monday 3 January"},
    {"2026-03-03", "2026-04-07", "Good Friday, a weekend, Easter Monday"},
    {"2026-04-03", "2026-05-05", "3 May is a Sunday and the 4th a bank holiday"},
    {"2026-07-31", "2026-09-01", "31 August is the summer bank holiday"},
    {"2026-10-31", "2026-11-30", "received on a Saturday counts from that day"},
};

}  // namespace

TEST_CASE("a right is answered within one calendar month, on a working day") {
  const auto holidays = test::shipped_bank_holidays().days;
  for (const Case& example : kOneMonth) {
    CAPTURE(example.received);
    CAPTURE(example.why);
    const auto due = due_for(RequestKind::Delete, day(example.received), holidays);
    REQUIRE(due.has_value());
    CHECK(encode_date(due->by) == example.by);
  }
}

TEST_CASE("without a table of bank holidays only weekends move a due date") {
  CHECK(due_for(RequestKind::Object, {2026, 11, 25}, {})->by == Date{2026, 12, 25});
  CHECK(due_for(RequestKind::Object, {2026, 11, 26}, {})->by == Date{2026, 12, 28});
}

TEST_CASE("an extension makes it three months from receipt") {
  const auto holidays = test::shipped_bank_holidays().days;
  const auto by = [&](const char* received) {
    return encode_date(
        extended_due_for(RequestKind::SeeMyInformation, day(received), holidays)->by);
  };
  CHECK(by("2026-11-02") == "2027-02-02");
  CHECK(by("2026-11-30") == "2027-03-01");  // 28 February 2027 is a Sunday
  CHECK(by("2027-11-30") == "2028-02-29");
  CHECK(by("2026-09-25") == "2026-12-29");
  CHECK_FALSE(extended_due_for(RequestKind::Complain, {2026, 11, 2}, holidays).has_value());
  CHECK_FALSE(extended_due_for(RequestKind::Ask, {2026, 11, 2}, holidays).has_value());
}

TEST_CASE("a complaint is acknowledged within 30 days that begin on the day after") {
  const auto holidays = test::shipped_bank_holidays().days;
  const auto by = [&](const char* received) {
    return encode_date(due_for(RequestKind::Complain, day(received), holidays)->by);
  };
  CHECK(by("2026-11-02") == "2026-12-02");
  CHECK(by("2027-02-01") == "2027-03-03");
  CHECK(by("2028-02-01") == "2028-03-02");
  CHECK(by("2026-11-25") == "2026-12-29");
}

TEST_CASE("a question is answered within three working days, the day of receipt not counted") {
  const auto holidays = test::shipped_bank_holidays().days;
  const auto by = [&](const char* received) {
    return encode_date(due_for(RequestKind::Ask, day(received), holidays)->by);
  };
  CHECK(by("2026-11-16") == "2026-11-19");  // Monday to Thursday
  CHECK(by("2026-11-20") == "2026-11-25");  // Friday to Wednesday
  CHECK(by("2026-11-21") == "2026-11-25");  // Saturday
  CHECK(by("2026-12-24") == "2026-12-31");
  CHECK(by("2026-04-02") == "2026-04-09");  // over Easter
  DueSettings settings;
  settings.question_working_days = 5;
  CHECK(due_for(RequestKind::Ask, {2026, 11, 16}, holidays, {}, settings)->by ==
        Date{2026, 11, 23});
}

TEST_CASE("the council's own target is 28 days and never after the law's date") {
  const auto holidays = test::shipped_bank_holidays().days;
  CHECK(due_for(RequestKind::Delete, {2026, 11, 2}, holidays)->internal_target ==
        Date{2026, 11, 30});
  for (int offset = 0; offset < 3 * 366; ++offset) {
    const Date received = add_days({2026, 1, 1}, offset);
    const auto due = due_for(RequestKind::Delete, received, holidays);
    CHECK_FALSE(due->by < due->internal_target);
    CHECK(is_working_day(due->by, holidays));
    CHECK(received < due->by);
  }
}

TEST_CASE("waiting for the person changes nothing unless the setting is on") {
  const std::vector<Wait> waits{{{2026, 11, 5}, Date{2026, 11, 12}}};
  CHECK(due_for(RequestKind::Correct, {2026, 11, 2}, {}, waits)->by == Date{2026, 12, 2});
}

TEST_CASE("a stopped clock adds the days of waiting, each once") {
  DueSettings settings;
  settings.stop_clock = StopClock::WhileWaitingForThePerson;
  const auto by = [&](const std::vector<Wait>& waits) {
    return due_for(RequestKind::Correct, {2026, 11, 2}, {}, waits, settings)->by;
  };
  CHECK(by({}) == Date{2026, 12, 2});
  CHECK(by({{{2026, 11, 5}, Date{2026, 11, 12}}}) == Date{2026, 12, 9});
  CHECK(by({{{2026, 11, 5}, Date{2026, 11, 5}}}) == Date{2026, 12, 2});
  // Overlapping, and given out of order: 5 to 14 November is nine days.
  CHECK(by({{{2026, 11, 9}, Date{2026, 11, 14}}, {{2026, 11, 5}, Date{2026, 11, 12}}}) ==
        Date{2026, 12, 11});
  // One within the other.
  CHECK(by({{{2026, 11, 5}, Date{2026, 11, 14}}, {{2026, 11, 6}, Date{2026, 11, 8}}}) ==
        Date{2026, 12, 11});
  // Rolls at the end, not before the days are added: 2 December and 3 days is a Saturday.
  CHECK(by({{{2026, 11, 5}, Date{2026, 11, 8}}}) == Date{2026, 12, 7});
}

TEST_CASE("while the clock stands still there is no due date") {
  DueSettings settings;
  settings.stop_clock = StopClock::WhileWaitingForThePerson;
  const std::vector<Wait> waits{{{2026, 11, 5}, std::nullopt}};
  CHECK_FALSE(due_for(RequestKind::Correct, {2026, 11, 2}, {}, waits, settings).has_value());
  CHECK_FALSE(
      extended_due_for(RequestKind::Correct, {2026, 11, 2}, {}, waits, settings).has_value());
}

TEST_CASE("adding months lands on the same day or on the month's last") {
  CHECK(add_months({2026, 10, 31}, 1) == Date{2026, 11, 30});
  CHECK(add_months({2026, 12, 15}, 1) == Date{2027, 1, 15});
  CHECK(add_months({2026, 11, 30}, 3) == Date{2027, 2, 28});
  CHECK(add_months({2024, 2, 29}, 12) == Date{2025, 2, 28});
  CHECK(add_months({2026, 11, 30}, 0) == Date{2026, 11, 30});
}

TEST_CASE("the names of requests lead back to them") {
  for (const char* name :
       {"see", "correct", "delete", "limit", "object", "take", "complain", "ask"}) {
    const auto kind = find_request_kind(name);
    REQUIRE(kind.has_value());
    CHECK(name_of(*kind) == name);
  }
  CHECK_FALSE(find_request_kind("Delete").has_value());
}
