// Rules kept here, with their sources.
//  - One month: Information Commissioner's guidance on the time limit for the right of access. The
//  same day of the next
//    month, or its last day; a weekend or bank holiday moves it to the next working day.
//  - Extension: UK GDPR Article 12(3), two further months, counted from receipt; so three in all.
//  - Complaints: Data Protection Act 2018, s164A; the 30 days begin on the day after receipt.
//  - A stopped clock: the days between asking and being answered are added before the date rolls to
//  a working day.
#include "shared/domain/due.h"

#include <algorithm>
#include <vector>

#include "shared/domain/name_table.h"

namespace sayso::domain {
namespace {

constexpr NameTable<RequestKind, 8> kKinds{{{RequestKind::SeeMyInformation, "see"},
                                            {RequestKind::Correct, "correct"},
                                            {RequestKind::Delete, "delete"},
                                            {RequestKind::LimitUse, "limit"},
                                            {RequestKind::Object, "object"},
                                            {RequestKind::TakeElsewhere, "take"},
                                            {RequestKind::Complain, "complain"},
                                            {RequestKind::Ask, "ask"}}};

// Days on which the clock stood still, each once; nothing while it still does.
std::optional<int> stopped_days(std::span<const Wait> waits, StopClock stop_clock) {
  if (stop_clock == StopClock::Off) return 0;
  std::vector<Wait> sorted(waits.begin(), waits.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const Wait& a, const Wait& b) { return a.from < b.from; });
  std::int64_t days = 0;
  std::optional<std::int64_t> counted_until;
  for (const Wait& wait : sorted) {
    if (!wait.until) return std::nullopt;
    std::int64_t from = days_from_epoch(wait.from);
    if (counted_until) from = std::max(from, *counted_until);
    const std::int64_t until = days_from_epoch(*wait.until);
    if (until <= from) continue;
    days += until - from;
    counted_until = until;
  }
  return static_cast<int>(days);
}

// The internal target never lies after the date itself.
Due due_in_months(Date received, int months, int stopped, std::span<const Date> bank_holidays,
                  const DueSettings& settings) {
  const Date by =
      roll_to_working_day(add_days(add_months(received, months), stopped), bank_holidays);
  return {by, std::min(by, add_days(received, settings.internal_target_days + stopped))};
}

}  // namespace

Date add_days(Date date, int days) { return date_from_days(days_from_epoch(date) + days); }

Date add_months(Date date, int months) {
  const int from_year_zero = date.year * 12 + (date.month - 1) + months;
  const int year = from_year_zero / 12;
  const int month = from_year_zero % 12 + 1;
  return {year, month, std::min(date.day, days_in_month(year, month))};
}

bool is_working_day(Date date, std::span<const Date> bank_holidays) {
  constexpr int kSaturday = 5;
  if (weekday(date) >= kSaturday) return false;
  return !std::binary_search(bank_holidays.begin(), bank_holidays.end(), date);
}

Date roll_to_working_day(Date date, std::span<const Date> bank_holidays) {
  while (!is_working_day(date, bank_holidays)) date = add_days(date, 1);
  return date;
}

Date add_working_days(Date date, int days, std::span<const Date> bank_holidays) {
  for (int day = 0; day < days; ++day) date = roll_to_working_day(add_days(date, 1), bank_holidays);
  return date;
}

std::optional<Due> due_for(RequestKind kind, Date received, std::span<const Date> bank_holidays,
                           std::span<const Wait> waits, const DueSettings& settings) {
  if (kind == RequestKind::Ask) {
    const Date by = add_working_days(received, settings.question_working_days, bank_holidays);
    return Due{by, by};
  }
  if (kind == RequestKind::Complain) {
    const Date last = add_days(received, settings.acknowledge_days);
    const Date by = roll_to_working_day(last, bank_holidays);
    return Due{by, std::min(by, add_days(received, settings.internal_target_days))};
  }
  const std::optional<int> stopped = stopped_days(waits, settings.stop_clock);
  if (!stopped) return std::nullopt;
  return due_in_months(received, 1, *stopped, bank_holidays, settings);
}

std::optional<Due> extended_due_for(RequestKind kind, Date received,
                                    std::span<const Date> bank_holidays,
                                    std::span<const Wait> waits, const DueSettings& settings) {
  if (!is_right(kind)) return std::nullopt;
  const std::optional<int> stopped = stopped_days(waits, settings.stop_clock);
  if (!stopped) return std::nullopt;
  Due due = due_in_months(received, 3, *stopped, bank_holidays, settings);
  due.internal_target = due.by;
  return due;
}

bool is_right(RequestKind kind) {
  return kind != RequestKind::Complain && kind != RequestKind::Ask;
}

std::string_view name_of(RequestKind kind) { return name_in(kKinds, kind); }
std::optional<RequestKind> find_request_kind(std::string_view name) {
  return find_in(kKinds, name);
}

}  // namespace sayso::domain
