#include "shared/domain/request.h"

#include <algorithm>

#include "shared/domain/name_table.h"

namespace sayso::domain {
namespace {

constexpr NameTable<RequestState, 6> kStates{{{RequestState::Received, "received"},
                                              {RequestState::Looking, "looking"},
                                              {RequestState::Waiting, "waiting"},
                                              {RequestState::Extended, "extended"},
                                              {RequestState::Done, "done"},
                                              {RequestState::Refused, "refused"}}};
constexpr NameTable<MessageAuthor, 2> kAuthors{
    {{MessageAuthor::Person, "person"}, {MessageAuthor::Team, "team"}}};

struct Transition {
  RequestState from;
  RequestStep step;
  RequestState to;
};

// All that may happen. What leads to Looking leads to Extended where it was extended before.
constexpr Transition kTransitions[] = {
    {RequestState::Received, RequestStep::TakeUp, RequestState::Looking},
    {RequestState::Received, RequestStep::Ask, RequestState::Waiting},
    {RequestState::Received, RequestStep::Extend, RequestState::Extended},
    {RequestState::Received, RequestStep::Answer, RequestState::Done},
    {RequestState::Received, RequestStep::Refuse, RequestState::Refused},
    {RequestState::Looking, RequestStep::Ask, RequestState::Waiting},
    {RequestState::Looking, RequestStep::Extend, RequestState::Extended},
    {RequestState::Looking, RequestStep::Answer, RequestState::Done},
    {RequestState::Looking, RequestStep::Refuse, RequestState::Refused},
    {RequestState::Waiting, RequestStep::Reply, RequestState::Looking},
    {RequestState::Waiting, RequestStep::Extend, RequestState::Waiting},
    {RequestState::Waiting, RequestStep::Answer, RequestState::Done},
    {RequestState::Waiting, RequestStep::Refuse, RequestState::Refused},
    {RequestState::Extended, RequestStep::Ask, RequestState::Waiting},
    {RequestState::Extended, RequestStep::Answer, RequestState::Done},
    {RequestState::Extended, RequestStep::Refuse, RequestState::Refused},
};

// Every character of UTF-8 has one byte that continues none.
std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n') || byte == 0x7F;
}

}  // namespace

bool is_message(std::string_view text) {
  return text.find_first_not_of(" \n") != std::string_view::npos &&
         count_characters(text) <= kMaxMessageCharacters &&
         std::none_of(text.begin(), text.end(), is_control);
}

std::optional<RequestState> state_after(RequestState state, RequestStep step, bool was_extended) {
  if (step == RequestStep::Extend && was_extended) return std::nullopt;
  for (const Transition& one : kTransitions) {
    if (one.from != state || one.step != step) continue;
    return one.to == RequestState::Looking && was_extended ? RequestState::Extended : one.to;
  }
  return std::nullopt;
}

bool is_open(RequestState state) {
  return state != RequestState::Done && state != RequestState::Refused;
}

bool needs_second_person(RequestKind kind, RequestStep step) {
  return step == RequestStep::Refuse ||
         (step == RequestStep::Answer && kind == RequestKind::Delete);
}

std::optional<Due> due_now(const RequestCourse& course, std::span<const Date> bank_holidays,
                           const DueSettings& settings) {
  if (!is_open(course.state)) return std::nullopt;
  if (course.kind == RequestKind::Complain && course.state != RequestState::Received)
    return std::nullopt;
  return course.was_extended
             ? extended_due_for(course.kind, course.received, bank_holidays, course.waits, settings)
             : due_for(course.kind, course.received, bank_holidays, course.waits, settings);
}

bool may_extend(const RequestCourse& course, Date today, std::span<const Date> bank_holidays,
                const DueSettings& settings) {
  if (!is_right(course.kind) || !is_open(course.state) || course.was_extended) return false;
  const auto due = due_for(course.kind, course.received, bank_holidays, course.waits, settings);
  // While the clock stands still the month does not end.
  return !due || !(due->by < today);
}

bool ask_the_same(const Request& a, const Request& b) {
  return a.kind == b.kind && a.person == b.person && a.subject == b.subject;
}

std::string_view name_of(RequestState state) { return name_in(kStates, state); }
std::optional<RequestState> find_request_state(std::string_view name) {
  return find_in(kStates, name);
}
std::string_view name_of(MessageAuthor author) { return name_in(kAuthors, author); }
std::optional<MessageAuthor> find_message_author(std::string_view name) {
  return find_in(kAuthors, name);
}

}  // namespace sayso::domain
