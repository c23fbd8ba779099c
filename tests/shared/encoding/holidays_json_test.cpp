#include "shared/encoding/holidays_json.h"

#include <doctest/doctest.h>

#include <string>

using namespace sayso;
using namespace sayso::encoding;

namespace {

std::string table(const std::string& days) {
  return "{\"region\": \"r\", \"first_year\": 2026, \"last_year\": 2027, \"days\": [\n" + days +
         "\n]}";
}

}  // namespace

TEST_CASE("a table of bank holidays is read in order") {
  const auto holidays = decode_bank_holidays(table(
      "{\"date\": \"2026-12-25\", \"name\": \"a\"},\n{\"date\": \"2027-01-01\", \"name\": \"b\"}"));
  REQUIRE(holidays.has_value());
  CHECK(holidays->days == std::vector<Date>{{2026, 12, 25}, {2027, 1, 1}});
  CHECK(holidays->first_year == 2026);
}

TEST_CASE("a day out of order, twice, out of range or out of the calendar is refused at its line") {
  const std::string christmas = "{\"date\": \"2026-12-25\", \"name\": \"a\"},\n";
  for (const char* date : {"2026-12-24", "2026-12-25", "2028-01-03", "2027-02-29", "Christmas"}) {
    CAPTURE(date);
    const auto holidays =
        decode_bank_holidays(table(christmas + "{\"date\": \"" + date + "\", \"name\": \"b\"}"));
    REQUIRE_FALSE(holidays.has_value());
    CHECK(holidays.error().front().line == 3);
  }
}
