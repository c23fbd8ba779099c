// Who used what is known about a person: written down before it happens, seen by them alone.
#include "server/app/uses.h"
#include "tests/journey/story.h"

using namespace sayso;
using namespace sayso::journey;

namespace {

const app::Look kLook{
    "key-worker", {domain::KindId("school-attendance")}, PurposeId("find-and-support")};

// Up to a phone that the team believes to be the person's.
void be_confirmed(Story& story) {
  story.phone.come_in(story.council.invite(story.person));
  story.phone.follow("/held");
  story.phone.press(screens::kActionConfirmCode);
  REQUIRE(
      story.council.office->confirm(story.person, story.phone.state.confirmation_code).has_value());
  story.phone.press(screens::kActionConfirmDone);
}

std::string words(const Story& story, std::string_view key) {
  return story.phone.state.facts.words.text(key);
}

}  // namespace

TEST_CASE_FIXTURE(Story, "before anybody made sure who it is, the page tells nothing") {
  REQUIRE(council.office->note_look(person, kLook).has_value());
  phone.come_in(council.invite(person));
  phone.follow("/uses");
  CHECK(phone.address() == "/uses");
  CHECK(phone.says(words(*this, "held.why")));
  CHECK_FALSE(phone.says(words(*this, "uses.did.viewed")));
  CHECK_FALSE(phone.says(words(*this, "uses.nothing")));
}

TEST_CASE_FIXTURE(Story, "where nobody has used it, that is said") {
  be_confirmed(*this);
  phone.follow("/uses");
  CHECK(phone.says(words(*this, "uses.nothing")));
}

TEST_CASE_FIXTURE(Story, "a look by the team is there when the page is come to again") {
  be_confirmed(*this);
  phone.follow("/uses");
  phone.follow("/home");
  REQUIRE(council.office->note_look(person, kLook).has_value());
  phone.follow("/uses");
  CHECK(phone.says(words(*this, "uses.did.viewed")));
  CHECK(phone.says(words(*this, "uses.role.key-worker")));
  CHECK(phone.says("School attendance"));
  CHECK_FALSE(phone.says(words(*this, "uses.nothing")));
}

TEST_CASE_FIXTURE(Story, "who used what is known about a child stands on the child's page alone") {
  const PersonId child = add_child();
  REQUIRE(council.office->note_look(child, kLook).has_value());
  be_confirmed(*this);
  phone.follow("/uses");
  CHECK(phone.says(words(*this, "uses.nothing")));
  phone.follow("/for/1/uses");
  CHECK(phone.says(words(*this, "uses.did.viewed")));
}

TEST_CASE_FIXTURE(Story, "who used it is gone from the device when the person finishes") {
  REQUIRE(council.office->note_look(person, kLook).has_value());
  be_confirmed(*this);
  phone.follow("/uses");
  phone.press(screens::kActionSignOut);
  CHECK_FALSE(phone.state.uses_about.has_value());
}
