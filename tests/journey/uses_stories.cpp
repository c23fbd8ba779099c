// Who used what is known about a person: written down before it happens, seen by them alone.
#include "server/app/uses.h"
#include "tests/journey/story.h"
#include "tests/server/app/asker.h"

using namespace sayso;
using namespace sayso::journey;

namespace {

const app::Look kLook{
    "key-worker", {domain::KindId("school-attendance")}, PurposeId("find-and-support")};

// Up to a phone that the team believes to be the person's.
void be_confirmed(Story& story, bool say_yes = false) {
  story.phone.come_in(story.council.invite(story.person));
  if (say_yes) story.phone.choose_everything("yes");
  story.phone.follow("/held");
  story.phone.press(screens::kActionConfirmCode);
  REQUIRE(
      story.council.office->confirm(story.person, story.phone.state.confirmation_code).has_value());
  story.phone.press(screens::kActionConfirmDone);
}

std::string words(const Story& story, std::string_view key) {
  return story.phone.state.facts.words.text(key);
}

// How many steps are still waited for on the page of uses, come to again.
std::size_t waited_for(Story& story) {
  story.phone.follow("/home");
  story.phone.follow("/uses");
  const std::string text = story.phone.words();
  const std::string waiting = words(story, "uses.stop.waiting");
  std::size_t count = 0;
  for (auto at = text.find(waiting); at != std::string::npos; at = text.find(waiting, at + 1))
    ++count;
  return count;
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

TEST_CASE_FIXTURE(Story, "whoever takes a yes back sees each step that is acknowledged") {
  be_confirmed(*this, true);
  app::test::Asker nhs(council, "nhs", 40);
  REQUIRE(nhs.ask(person, "join-up", "health").verdict == app::GateVerdict::Yes);
  CHECK(waited_for(*this) == 0);
  phone.follow("/home/2/withdraw");
  phone.press(screens::kActionWithdraw);
  CHECK(waited_for(*this) == 3);
  CHECK(phone.says("You said no to the NHS"));
  REQUIRE(nhs.acknowledge(1, "told").has_value());
  CHECK(waited_for(*this) == 2);
  REQUIRE(nhs.acknowledge(1, "stopped").has_value());
  REQUIRE(nhs.acknowledge(1, "deleted").has_value());
  CHECK(waited_for(*this) == 0);
  CHECK(phone.says(words(*this, "uses.stop.deleted")));
}

TEST_CASE_FIXTURE(Story, "a no to what was never used asks nobody to stop") {
  be_confirmed(*this, true);
  phone.follow("/home/2/withdraw");
  phone.press(screens::kActionWithdraw);
  CHECK(waited_for(*this) == 0);
  CHECK_FALSE(phone.says("You said no to the NHS"));
}
