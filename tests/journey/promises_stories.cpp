// What keeps the promises, as one person sees it: today's figures, one's own, and gone afterwards.
#include "tests/journey/story.h"

using namespace sayso;
using namespace sayso::journey;

namespace {

std::string words(const Story& story, std::string_view key) {
  return story.phone.state.facts.words.text(key);
}

void be_confirmed(Story& story) {
  story.phone.follow("/held");
  story.phone.press(screens::kActionConfirmCode);
  REQUIRE(
      story.council.office->confirm(story.person, story.phone.state.confirmation_code).has_value());
  story.phone.press(screens::kActionConfirmDone);
}

}  // namespace

TEST_CASE_FIXTURE(Story, "home leads to what keeps the promises, with one's own figures") {
  phone.come_in(council.invite(person));
  phone.follow("/home");
  CHECK(phone.says(words(*this, "home.promises")));
  phone.follow("/promises");
  CHECK(phone.address() == "/promises");
  CHECK(phone.says(phone.state.facts.notice.promises.back().wording));
  CHECK(phone.says(words(*this, "promises.choices.none")));
  phone.follow("/choices/1");
  phone.choose_everything("yes");
  phone.follow("/promises");
  CHECK_FALSE(phone.says(words(*this, "promises.choices.none")));
}

TEST_CASE_FIXTURE(Story, "what is held and used is counted once somebody made sure who it is") {
  phone.come_in(council.invite(person));
  phone.follow("/promises");
  CHECK(phone.says(words(*this, "promises.closed")));
  CHECK_FALSE(phone.says(words(*this, "promises.items.none")));
  be_confirmed(*this);
  phone.follow("/promises");
  CHECK_FALSE(phone.says(words(*this, "promises.closed")));
  CHECK(phone.says(words(*this, "promises.items.none")));
  CHECK(phone.says(words(*this, "promises.by_others.none")));
}

TEST_CASE_FIXTURE(Story, "figures that cannot be had are not those of before") {
  phone.come_in(council.invite(person));
  phone.follow("/promises");
  REQUIRE(phone.state.evidence.has_value());
  phone.follow("/home");
  phone.network = Network::Down;
  phone.follow("/promises");
  CHECK(phone.says(words(*this, "problem.network")));
  CHECK(phone.says(words(*this, "promises.no_answer")));
  CHECK(phone.says(phone.state.facts.notice.promises.front().wording));
  CHECK_FALSE(phone.says(words(*this, "promises.requests.none")));
}

TEST_CASE_FIXTURE(Story, "the figures are gone from the device when the person finishes") {
  phone.come_in(council.invite(person));
  phone.follow("/promises");
  phone.press(screens::kActionSignOut);
  CHECK_FALSE(phone.state.evidence.has_value());
}

TEST_CASE_FIXTURE(Story, "whoever has no key here is led to the first page") {
  phone.open("/promises");
  CHECK(phone.address() == "/");
  CHECK(calls_of(phone, "GET /api/promises") == 0);
}
