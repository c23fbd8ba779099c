#include "shared/encoding/holidays_json.h"

#include <optional>
#include <string>

#include "shared/encoding/content_reader.h"

namespace sayso::encoding {
namespace {

void read_day(ContentReader& reader, const At& at, BankHolidays& holidays) {
  reader.only(at, {"date", "name"});
  static_cast<void>(reader.text(at, "name"));
  const std::string text = reader.text(at, "date");
  const std::optional<Date> date = decode_date(text);
  const std::string pointer = pointer_below(at.pointer, "date");
  if (!date) return reader.report(pointer, "\"" + text + "\" is not a date such as 2026-12-25.");
  if (date->year < holidays.first_year || date->year > holidays.last_year)
    reader.report(pointer, text + " is not in the years that this table covers.");
  if (!holidays.days.empty() && !(holidays.days.back() < *date))
    reader.report(pointer, text + " is not after the day before it in the list.");
  holidays.days.push_back(*date);
}

BankHolidays read_holidays(ContentReader& reader) {
  const At root = reader.root();
  reader.only(root, {"region", "first_year", "last_year", "days"});
  static_cast<void>(reader.slug(root, "region"));
  BankHolidays holidays;
  holidays.first_year = reader.integer(root, "first_year", 1970, 9999);
  holidays.last_year = reader.integer(root, "last_year", holidays.first_year, 9999);
  for (const At& day : reader.elements(root, "days")) read_day(reader, day, holidays);
  return holidays;
}

}  // namespace

Expected<BankHolidays, std::vector<LineProblem>> decode_bank_holidays(std::string_view text) {
  const auto json = decode_json(text);
  if (!json) return failure(std::vector<LineProblem>{line_problem(json.error())});
  ContentReader reader(text, *json);
  BankHolidays holidays = read_holidays(reader);
  std::vector<LineProblem> problems = reader.problems();
  if (!problems.empty()) return failure(std::move(problems));
  return holidays;
}

}  // namespace sayso::encoding
