// Dates, times, durations and lists as people say them.
#include <cstdio>
#include <utility>

#include "shared/domain/due.h"
#include "shared/domain/words.h"

namespace sayso::domain {
namespace {

struct Span {
  int years = 0;
  int months = 0;
  int days = 0;
};

// Whole months first, then the days that are left.
Span span_between(Date from, Date to) {
  int months = (to.year - from.year) * 12 + to.month - from.month;
  if (to < add_months(from, months)) --months;
  const std::int64_t days = days_from_epoch(to) - days_from_epoch(add_months(from, months));
  return {months / 12, months % 12, static_cast<int>(days)};
}

std::string month_key(int month) { return "date.month." + std::to_string(month); }
std::string weekday_key(Date date) { return "date.weekday." + std::to_string(weekday(date) + 1); }

std::string hour_on_clock(int hour) { return std::to_string(hour % 12 == 0 ? 12 : hour % 12); }

}  // namespace

std::string date_in_words(const Words& words, Date date) {
  return words.text("date.form", {{"day", std::to_string(date.day)},
                                  {"month", words.text(month_key(date.month))},
                                  {"year", std::to_string(date.year)}});
}

std::string day_in_words(const Words& words, Date date) {
  return words.text("date.day_form", {{"weekday", words.text(weekday_key(date))},
                                      {"day", std::to_string(date.day)},
                                      {"month", words.text(month_key(date.month))},
                                      {"year", std::to_string(date.year)}});
}

std::string time_in_words(const Words& words, int hour, int minute) {
  if (minute == 0 && hour == 0) return words.text("time.midnight");
  if (minute == 0 && hour == 12) return words.text("time.midday");
  const bool morning = hour < 12;
  const std::string on_clock = hour_on_clock(hour);
  if (minute == 0)
    return words.text(morning ? "time.am_hour" : "time.pm_hour", {{"hour", on_clock}});
  char two_digits[16];
  std::snprintf(two_digits, sizeof two_digits, "%02d", minute);
  return words.text(morning ? "time.am" : "time.pm", {{"hour", on_clock}, {"minute", two_digits}});
}

std::string moment_in_words(const Words& words, Instant instant) {
  const CivilTime local = uk_time(instant);
  return words.text("date.moment", {{"date", date_in_words(words, local.date)},
                                    {"time", time_in_words(words, local.hour, local.minute)}});
}

std::string duration_in_words(const Words& words, Date from, Date to) {
  if (to < from) std::swap(from, to);
  const Span span = span_between(from, to);
  std::vector<std::string> parts;
  if (span.years > 0) parts.push_back(words.plural("duration.years", span.years));
  if (span.months > 0) parts.push_back(words.plural("duration.months", span.months));
  if (span.days > 0 && span.years == 0) parts.push_back(words.plural("duration.days", span.days));
  if (parts.empty()) return words.text("duration.none");
  if (parts.size() == 1) return parts[0];
  return words.text("duration.two", {{"first", parts[0]}, {"second", parts[1]}});
}

std::string distance_in_words(const Words& words, Date today, Date date) {
  const std::int64_t days = days_from_epoch(date) - days_from_epoch(today);
  if (days == 0) return words.text("distance.today");
  if (days == 1) return words.text("distance.tomorrow");
  if (days == -1) return words.text("distance.yesterday");
  const std::string duration = duration_in_words(words, today, date);
  return words.text(days > 0 ? "distance.in" : "distance.ago", {{"duration", duration}});
}

std::string list_in_words(const Words& words, const std::vector<std::string>& items) {
  if (items.empty()) return {};
  std::string list = items.back();
  for (std::size_t i = items.size() - 1; i > 0; --i) {
    const bool last_pair = i == items.size() - 1;
    list = last_pair ? words.text("list.and", {{"first", items[i - 1]}, {"last", list}})
                     : words.text("list.comma", {{"first", items[i - 1]}, {"rest", list}});
  }
  return list;
}

}  // namespace sayso::domain
