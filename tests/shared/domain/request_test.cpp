// How a request goes on: every state against every step, and the clocks beside them.
#include "shared/domain/request.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/shipped_content.h"

using namespace sayso;
using namespace sayso::domain;

namespace {

using State = RequestState;
using Step = RequestStep;

constexpr State kAll[] = {State::Received, State::Looking, State::Waiting,
                          State::Extended, State::Done,    State::Refused};

struct Row {
  Step step;
  // Of each state of kAll: where it leads, "-" for nowhere.
  const char* first[6];
  // The same where it was extended before.
  const char* extended[6];
};

// Written down here again, so that the table in the source is held by another.
const Row kSteps[] = {
    {Step::TakeUp, {"looking", "-", "-", "-", "-", "-"}, {"extended", "-", "-", "-", "-", "-"}},
    {Step::Ask,
     {"waiting", "waiting", "-", "waiting", "-", "-"},
     {"waiting", "waiting", "-", "waiting", "-", "-"}},
    {Step::Reply, {"-", "-", "looking", "-", "-", "-"}, {"-", "-", "extended", "-", "-", "-"}},
    {Step::Extend,
     {"extended", "extended", "waiting", "-", "-", "-"},
     {"-", "-", "-", "-", "-", "-"}},
    {Step::Answer,
     {"done", "done", "done", "done", "-", "-"},
     {"done", "done", "done", "done", "-", "-"}},
    {Step::Refuse,
     {"refused", "refused", "refused", "refused", "-", "-"},
     {"refused", "refused", "refused", "refused", "-", "-"}},
};

std::string led_to(State from, Step step, bool was_extended) {
  const auto to = state_after(from, step, was_extended);
  return to ? std::string(name_of(*to)) : "-";
}

struct Clock {
  RequestKind kind;
  State state;
  bool was_extended;
  const char* received;
  const char* by;  // "-" for nothing
  const char* why;
};

const Clock kClocks[] = {
    {RequestKind::Delete, State::Received, false, "2026-11-02", "2026-12-02", "a plain month"},
    {RequestKind::Delete, State::Looking, false, "2026-11-02", "2026-12-02", "taken up"},
    {RequestKind::Delete, State::Waiting, false, "2026-11-02", "2026-12-02", "the clock runs on"},
    {RequestKind::Delete, State::Extended, true, "2026-11-02", "2027-02-02", "two months more"},
    {RequestKind::Delete, State::Waiting, true, "2026-11-02", "2027-02-02", "asked after that"},
    {RequestKind::Delete, State::Done, false, "2026-11-02", "-", "nothing is due any more"},
    {RequestKind::Delete, State::Refused, true, "2026-11-02", "-", "nothing is due any more"},
    {RequestKind::SeeMyInformation, State::Received, false, "2026-01-31", "2026-03-02",
     "28 February is a Saturday"},
    {RequestKind::SeeMyInformation, State::Received, false, "2028-01-31", "2028-02-29",
     "a leap year"},
    {RequestKind::Object, State::Extended, true, "2026-09-25", "2026-12-29", "over Christmas"},
    {RequestKind::Complain, State::Received, false, "2026-11-02", "2026-12-02", "30 days"},
    {RequestKind::Complain, State::Looking, false, "2026-11-02", "-", "it was acknowledged"},
    {RequestKind::Ask, State::Received, false, "2026-11-20", "2026-11-25", "three working days"},
    {RequestKind::Ask, State::Looking, false, "2026-11-20", "2026-11-25", "the answer is due"},
};

RequestCourse course(const Clock& clock) {
  return {clock.kind, *decode_date(clock.received), clock.state, clock.was_extended, {}};
}

}  // namespace

TEST_CASE("every step from every state leads where the table says, or nowhere") {
  for (const Row& row : kSteps) {
    for (std::size_t i = 0; i < 6; ++i) {
      CAPTURE(name_of(kAll[i]));
      CAPTURE(static_cast<int>(row.step));
      CHECK(led_to(kAll[i], row.step, false) == row.first[i]);
      CHECK(led_to(kAll[i], row.step, true) == row.extended[i]);
    }
  }
}

TEST_CASE("the day by which an answer is due follows from what was asked and how far it is") {
  const auto holidays = test::shipped_bank_holidays().days;
  for (const Clock& clock : kClocks) {
    CAPTURE(clock.received);
    CAPTURE(clock.why);
    const auto due = due_now(course(clock), holidays);
    CHECK((due ? encode_date(due->by) : "-") == clock.by);
  }
}

TEST_CASE("the clock stands still while the team waits for the person, where that is set") {
  DueSettings settings;
  settings.stop_clock = StopClock::WhileWaitingForThePerson;
  RequestCourse one{RequestKind::Correct, {2026, 11, 2}, State::Waiting, false, {}};
  one.waits.push_back({{2026, 11, 5}, std::nullopt});
  CHECK_FALSE(due_now(one, {}, settings).has_value());
  CHECK(may_extend(one, {2027, 6, 1}, {}, settings));
  one.waits.back().until = Date{2026, 11, 12};
  one.state = State::Looking;
  CHECK(due_now(one, {}, settings)->by == Date{2026, 12, 9});
  CHECK(due_now(one, {})->by == Date{2026, 12, 2});
}

TEST_CASE("a right is extended once, and inside its first month") {
  const RequestCourse one{RequestKind::Delete, {2026, 11, 2}, State::Looking, false, {}};
  CHECK(may_extend(one, {2026, 11, 2}, {}));
  CHECK(may_extend(one, {2026, 12, 2}, {}));
  CHECK_FALSE(may_extend(one, {2026, 12, 3}, {}));
  RequestCourse other = one;
  other.was_extended = true;
  CHECK_FALSE(may_extend(other, {2026, 11, 3}, {}));
  other = one;
  other.state = State::Done;
  CHECK_FALSE(may_extend(other, {2026, 11, 3}, {}));
  for (const RequestKind kind : {RequestKind::Complain, RequestKind::Ask}) {
    other = one;
    other.kind = kind;
    CHECK_FALSE(may_extend(other, {2026, 11, 3}, {}));
  }
}

TEST_CASE("a deletion and every refusal need a second person") {
  CHECK(needs_second_person(RequestKind::Delete, Step::Answer));
  CHECK_FALSE(needs_second_person(RequestKind::Delete, Step::Extend));
  CHECK_FALSE(needs_second_person(RequestKind::Correct, Step::Answer));
  for (const RequestKind kind : {RequestKind::SeeMyInformation, RequestKind::Ask})
    CHECK(needs_second_person(kind, Step::Refuse));
}

TEST_CASE("a message is up to 4,000 characters of plain text") {
  CHECK(is_message("Why?\nPlease tell me."));
  CHECK(is_message(std::string(4000, 'x')));
  CHECK_FALSE(is_message(std::string(4001, 'x')));
  std::string umlauts;
  for (int i = 0; i < 4000; ++i) umlauts += "\xC3\xA4";
  CHECK(is_message(umlauts));
  CHECK_FALSE(is_message(umlauts + "\xC3\xA4"));
  for (const std::string& text : {std::string(), std::string(" \n "), std::string("a\tb"),
                                  std::string("a\x1B[2J"), std::string("a\x7F")})
    CHECK_FALSE(is_message(text));
}

TEST_CASE("two requests are the same where they ask the same about the same of the same person") {
  Request one;
  one.kind = RequestKind::Delete;
  one.person = PersonId("ada");
  one.subject.purpose = PurposeId("join-up");
  Request other = one;
  other.number = 7;
  CHECK(ask_the_same(one, other));
  other.subject.organisation = OrganisationId("nhs");
  CHECK_FALSE(ask_the_same(one, other));
  other = one;
  other.kind = RequestKind::Object;
  CHECK_FALSE(ask_the_same(one, other));
  other = one;
  other.person = PersonId("bo");
  CHECK_FALSE(ask_the_same(one, other));
  other = one;
  other.subject.item = ItemName{OrganisationId("nhs"), "1"};
  CHECK_FALSE(ask_the_same(one, other));
  other = one;
  other.subject.use = EntryIndex(4);
  CHECK_FALSE(ask_the_same(one, other));
}

TEST_CASE("the names of states and authors lead back to them") {
  for (const State state : kAll) CHECK(find_request_state(name_of(state)) == state);
  CHECK_FALSE(find_request_state("Done").has_value());
  for (const MessageAuthor author : {MessageAuthor::Person, MessageAuthor::Team})
    CHECK(find_message_author(name_of(author)) == author);
  CHECK_FALSE(find_message_author("council").has_value());
}
