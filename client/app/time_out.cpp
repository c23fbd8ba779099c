// On a phone that others use a visit ends by itself when nobody has pressed anything for as long as
// the server lets a session rest: warned of two minutes before, put off by one press. On a phone of
// one's own it goes on: the key signs in again.
#include <algorithm>

#include "client/app/members.h"
#include "client/app/parts.h"

namespace sayso::client {
namespace {

constexpr std::int64_t kWarnBefore_seconds = 120;

bool ends_by_itself(const State& state) { return state.person && state.keep != Keep::Open; }

// What only a person does. Answers, retries and timers go on where nobody is.
struct ByPerson {
  template <class T>
  bool operator()(const T&) const {
    return false;
  }
  bool operator()(const Navigated&) const { return true; }
  bool operator()(const Moved&) const { return true; }
  bool operator()(const Pressed&) const { return true; }
  bool operator()(const Changed&) const { return true; }
  bool operator()(const Toggled&) const { return true; }
  bool operator()(const FileRead&) const { return true; }
};

Instant end_of(const VisitTime& time) {
  return {std::min(time.last_press.unix_seconds + time.idle_seconds,
                   time.begun.unix_seconds + time.longest_seconds)};
}

// A council may set a time so short that two minutes would be most of it.
Instant warning_of(const VisitTime& time) {
  const std::int64_t whole = std::min(time.idle_seconds, time.longest_seconds);
  return {end_of(time).unix_seconds - std::min(kWarnBefore_seconds, whole / 2)};
}

std::int64_t seconds_in(const encoding::Json& session, std::string_view name,
                        std::int64_t otherwise) {
  const encoding::Json* member = session.find(name);
  return member && member->integer() && *member->integer() > 0 ? *member->integer() : otherwise;
}

void end_visit(Step& step) {
  const bool kept = step.state.keep == Keep::Pin;
  sign_out(step);
  step.state.ending = kept ? screens::Ending::TimedOut : screens::Ending::TimedOutNothingKept;
}

// One alarm is set at a time: what is put off is looked at again when it rings.
void set_alarm(Step& step, Instant at) {
  State& state = step.state;
  if (state.alarm_at && !(at < *state.alarm_at)) return;
  state.alarm_at = at;
  const std::int64_t seconds = at.unix_seconds - step.now.unix_seconds;
  step.want(Alarm{static_cast<std::uint32_t>(std::max<std::int64_t>(seconds, 1) * 1'000)});
}

}  // namespace

bool is_in_time(Step& step, const Action& action) {
  State& state = step.state;
  const bool by_person = std::visit(ByPerson{}, action);
  if (!state.time || !ends_by_itself(state)) return true;
  if (step.now < end_of(*state.time)) {
    if (by_person) state.time->last_press = step.now;
    return true;
  }
  // A phone that slept comes back late: whoever presses now may be somebody else.
  end_visit(step);
  return !by_person;
}

void begin_time(Step& step, const encoding::Json& me) {
  VisitTime time;
  if (const encoding::Json* session = me.find("session")) {
    time.idle_seconds = seconds_in(*session, "idle_seconds", time.idle_seconds);
    time.longest_seconds = seconds_in(*session, "left_seconds", time.longest_seconds);
  }
  time.begun = step.now;
  // Signing in by itself, as after a time without a signal, is not a sign of anybody.
  time.last_press = step.state.time ? step.state.time->last_press : step.now;
  step.state.time = time;
}

void press_stay(Step& step) {
  State& state = step.state;
  if (!state.time) return;
  state.time->begun = step.now;
  // Puts off the end of the server's session too. Should that be lost, the key signs in again.
  if (state.session && !state.is_under_way(Call::Me)) step.call(Call::Me, "GET", "/api/me");
}

void on_alarm_rang(Step& step) { step.state.alarm_at.reset(); }

void look_after_time(Step& step) {
  State& state = step.state;
  if (!ends_by_itself(state)) {
    state.time.reset();
    state.warned_seconds.reset();
    return;
  }
  if (!state.time) state.time = VisitTime{.begun = step.now, .last_press = step.now};
  const Instant warning = warning_of(*state.time);
  const Instant end = end_of(*state.time);
  if (step.now < warning) {
    state.warned_seconds.reset();
    return set_alarm(step, warning);
  }
  if (!state.warned_seconds) state.warned_seconds = end.unix_seconds - step.now.unix_seconds;
  set_alarm(step, end);
}

}  // namespace sayso::client
