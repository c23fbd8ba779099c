// When an answer is due: the clocks that the law and the council set, as arithmetic on dates.
//
// Bank holidays are data (assets/bank-holidays), handed in sorted. All dates are days in the United
// Kingdom: turn an instant into one with uk_time (civil_time.h), never with UTC.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "shared/base/instant.h"

namespace sayso::domain {

enum class RequestKind {
  SeeMyInformation,
  Correct,
  Delete,
  LimitUse,
  Object,
  TakeElsewhere,
  Complain,
  Ask,
};

enum class StopClock { Off, WhileWaitingForThePerson };

struct DueSettings {
  int question_working_days = 3;
  int acknowledge_days = 30;
  int internal_target_days = 28;
  StopClock stop_clock = StopClock::Off;
};

// The council asked the person something on `from` and was answered on `until` (nothing: still
// waiting).
struct Wait {
  Date from;
  std::optional<Date> until;
};

struct Due {
  Date by;               // the law's date, or the council's own for a question
  Date internal_target;  // never after `by`
};

[[nodiscard]] Date add_days(Date date, int days);
// The same day so many months on, or that month's last day if there is none.
[[nodiscard]] Date add_months(Date date, int months);
[[nodiscard]] bool is_working_day(Date date, std::span<const Date> bank_holidays);
// The date itself, or the next working day.
[[nodiscard]] Date roll_to_working_day(Date date, std::span<const Date> bank_holidays);
// The day of receipt does not count.
[[nodiscard]] Date add_working_days(Date date, int days, std::span<const Date> bank_holidays);

// One calendar month for rights; 30 days to acknowledge a complaint, from the day after; working
// days for a question. Nothing while the clock stands still and the person has not answered yet.
// Waits may overlap.
[[nodiscard]] std::optional<Due> due_for(RequestKind kind, Date received,
                                         std::span<const Date> bank_holidays,
                                         std::span<const Wait> waits = {},
                                         const DueSettings& settings = {});

// Extended by two months: three from receipt. The person has to be told why by due_for()->by, the
// unextended date. Only rights can be extended; nothing for a complaint or a question.
[[nodiscard]] std::optional<Due> extended_due_for(RequestKind kind, Date received,
                                                  std::span<const Date> bank_holidays,
                                                  std::span<const Wait> waits = {},
                                                  const DueSettings& settings = {});

// One of the six rights of data protection law, with its calendar month.
[[nodiscard]] bool is_right(RequestKind kind);

// "see", "correct", "delete", "limit", "object", "take", "complain", "ask".
[[nodiscard]] std::string_view name_of(RequestKind kind);
[[nodiscard]] std::optional<RequestKind> find_request_kind(std::string_view name);

}  // namespace sayso::domain
