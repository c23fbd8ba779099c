// Years later: what let the key in was destroyed in its time. Nobody is blamed, and nothing that
// was signed is lost.
#include "tests/journey/story.h"
#include "tests/server/app/retention_day.h"

using namespace sayso;
using namespace sayso::journey;
using app::test::kMonthSeconds;

namespace {

std::string gone_words(const Device& device) {
  return device.state.facts.words.text("problem.enrolment-gone");
}

}  // namespace

TEST_CASE_FIXTURE(Story,
                  "who signs with a key from years ago is told to ask for a new invitation") {
  phone.come_in(council.invite(person));
  phone.choose_everything("yes");
  council.clock.pass(30 * kMonthSeconds);
  // The council keeps their name and account for longer.
  add_child();
  Device between(council, kept);
  between.open("/home/2/withdraw");
  between.press(screens::kActionWithdraw);
  REQUIRE(between.address() == "/done");
  council.clock.pass(32 * kMonthSeconds);
  app::test::run_retention_day(council);

  Device later(council, kept);
  later.open("/home");
  later.press(std::string(screens::kActionChooseAgain) + ":");
  later.choose_everything("yes");
  CHECK(later.says(gone_words(later)));
  CHECK_FALSE(later.says(later.state.facts.words.text("problem.record")));
  CHECK_FALSE(later.timer_ms.has_value());
  REQUIRE(later.state.outbox.size() == 1);

  // What was signed goes with the new key.
  later.follow("/code");
  later.type(screens::kFieldCode, council.invite(person));
  later.press(screens::kActionCode);
  later.type(screens::kFieldDevice, "mine");
  later.press(screens::kActionDevice);
  later.type("ways:call", "yes");
  later.press(screens::kActionContact);
  later.follow("/sending");
  later.goes_online();
  CHECK_FALSE(later.says(gone_words(later)));
  CHECK(later.state.outbox.empty());
}

TEST_CASE_FIXTURE(Story, "who comes back when all is gone is told so at the door") {
  phone.come_in(council.invite(person));
  phone.choose_everything("yes");
  council.clock.pass(62 * kMonthSeconds);
  app::test::run_retention_day(council);
  Device later(council, kept);
  later.open("/home");
  CHECK(later.says(gone_words(later)));
  CHECK_FALSE(later.timer_ms.has_value());
}
