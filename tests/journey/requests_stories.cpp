// What a person asks for: from the thing that it is about to the answer.
#include "tests/journey/story.h"

using namespace sayso;
using namespace sayso::journey;

namespace {

std::string words(const Story& story, std::string_view key) {
  return story.phone.state.facts.words.text(key);
}

// Asks, and goes on to the page of what was asked for.
void ask(Story& story, const std::string& kind, const std::string& text,
         const std::string& from = "/requests/new") {
  story.phone.follow(from);
  story.phone.type(screens::kFieldRequestKind, kind);
  story.phone.type(screens::kFieldRequestText, text);
  story.phone.press(screens::kActionRequest);
  REQUIRE(story.phone.address() == "/done");
}

}  // namespace

TEST_CASE_FIXTURE(Story,
                  "a question is sent, answered and read, each step before the person's eyes") {
  phone.come_in(council.invite(person));
  ask(*this, "ask", "Who saw it?");
  CHECK(phone.says(words(*this, "done.panel_asked")));
  CHECK(phone.says("26 November 2026"));
  phone.follow("/requests");
  CHECK(phone.says(words(*this, "request.state.received")));
  phone.follow("/requests/2");
  CHECK(phone.says("Who saw it?"));
  REQUIRE(council.office->work(1, {app::Deed::TakeUp, {}, {}}).has_value());
  REQUIRE(council.office->work(1, {app::Deed::Ask, "Of which day do you speak?", {}}).has_value());
  phone.follow("/requests");
  CHECK(phone.says(words(*this, "request.state.waiting")));
  phone.follow("/requests/2");
  CHECK(phone.says("Of which day do you speak?"));
  phone.press(screens::kActionMessage);
  CHECK(phone.says(words(*this, "error.message.empty")));
  phone.type(screens::kFieldMessage, "Of Monday.");
  phone.press(screens::kActionMessage);
  CHECK(phone.says("Of Monday."));
  CHECK(phone.says(words(*this, "request.sent")));
  CHECK(phone.says(words(*this, "request.state.looking")));
  const app::Work answer{app::Deed::Answer, "Nobody did.", "r1"};
  REQUIRE(council.office->work(1, answer).has_value());
  phone.follow("/home");
  phone.follow("/requests/2");
  CHECK(phone.says("Nobody did."));
  CHECK_FALSE(phone.says(words(*this, "request.message_button")));
}

TEST_CASE_FIXTURE(Story, "a no says why, and who can be told that it is wrong") {
  phone.come_in(council.invite(person));
  ask(*this, "delete", "");
  const app::Work no{app::Deed::Refuse, "The law has us keep it.", "r1"};
  REQUIRE(council.office->work(1, no).has_value());
  REQUIRE(council.office->work(1, {app::Deed::Confirm, {}, "r2"}).has_value());
  phone.follow("/requests/2");
  CHECK(phone.says("The law has us keep it."));
  CHECK(phone.says(words(*this, "request.ico.text")));
}

TEST_CASE_FIXTURE(Story, "what is missing is said, and nothing is signed") {
  phone.come_in(council.invite(person));
  phone.follow("/requests/new");
  phone.press(screens::kActionRequest);
  CHECK(phone.says(words(*this, "error.request.kind")));
  phone.type(screens::kFieldRequestKind, "complain");
  phone.press(screens::kActionRequest);
  CHECK(phone.says(words(*this, "error.request.text")));
  CHECK(phone.address() == "/requests/new");
  CHECK(council.office->cases(true).empty());
}

TEST_CASE_FIXTURE(
    Story, "a request that is started from a choice is about that; asked again, it is said") {
  phone.come_in(council.invite(person));
  ask(*this, "limit", "", "/requests/new/choice/2");
  const auto cases = council.office->cases(false);
  REQUIRE(cases.size() == 1);
  CHECK(cases[0].request.kind == domain::RequestKind::LimitUse);
  CHECK(cases[0].request.subject.purpose.has_value());
  CHECK(cases[0].request.subject.organisation.has_value());
  phone.follow("/requests/new/choice/2");
  CHECK(phone.says(words(*this, "request.new.open")));
  phone.follow("/requests/new/choice/99");
  CHECK_FALSE(phone.says(words(*this, "request.new.lead")));
}

TEST_CASE_FIXTURE(Story, "somebody else's request is no page of one's own") {
  phone.come_in(council.invite(person));
  phone.follow("/requests/77");
  CHECK_FALSE(phone.says(words(*this, "request.changes")));
  CHECK_FALSE(phone.says(words(*this, "request.closed")));
}

TEST_CASE_FIXTURE(Story, "a parent asks about a child, and it is said for whom") {
  (void)add_child();
  phone.come_in(council.invite(person));
  ask(*this, "see", "", "/for/1/requests/new");
  phone.follow("/requests");
  CHECK(phone.says("Kit Reed"));
  CHECK(council.office->cases(false).at(0).request.person != person);
}

TEST_CASE_FIXTURE(Story, "what could not be sent is kept, and counts once when it is sent again") {
  phone.come_in(council.invite(person));
  ask(*this, "ask", "Who saw it?");
  phone.follow("/requests/2");
  phone.type(screens::kFieldMessage, "Please hurry.");
  phone.network = Network::LosesAnswers;
  phone.press(screens::kActionMessage);
  phone.network = Network::Up;
  phone.press(screens::kActionMessage);
  REQUIRE(council.office->work(1, {app::Deed::TakeUp, {}, {}}).has_value());
  CHECK(council.office->read_case(1)->thread.messages.size() == 2);
}
