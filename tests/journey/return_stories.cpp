// Coming back, going away, and what happens in between: sessions that end, other tabs, recovery
// codes.
#include "client/app/vault.h"
#include "tests/journey/story.h"

using namespace sayso;
using namespace sayso::journey;

TEST_CASE_FIXTURE(Story, "signing out leaves nothing of the person in the state") {
  phone.come_in(council.invite(person));
  phone.type(screens::kFieldContactDetail, "07700 900123");
  phone.choose_everything("yes");
  phone.press(screens::kActionRecovery);
  phone.type(screens::kFieldPin, "49302");
  phone.press(screens::kActionSignOut);
  const client::State& state = phone.state;
  CHECK_FALSE(state.seed.has_value());
  CHECK_FALSE(state.person.has_value());
  CHECK_FALSE(state.session);
  CHECK(state.fields.empty());
  CHECK(state.held.empty());
  CHECK(state.outbox.empty());
  CHECK(state.last_signed.empty());
  CHECK(state.recovery_code.empty());
  CHECK(state.pin_share.empty());
  CHECK(state.head.empty());
  CHECK_FALSE(state.picked_about.has_value());
  CHECK_FALSE(phone.says("Robin"));
  for (const char* address : {"/home", "/done", "/receipts/7QK3M-0XR5T", "/recovery", "/contact"}) {
    phone.back_to(address);
    CHECK_FALSE(phone.says("Robin"));
    CHECK(client::is_public(phone.state.route.place));
  }
  CHECK(calls_of(phone, "POST /api/exit") == 1);
}

TEST_CASE_FIXTURE(Story, "signing out works while an answer is awaited for ever") {
  phone.come_in(council.invite(person));
  phone.state.busy = true;
  phone.press(screens::kActionSignOut);
  CHECK_FALSE(phone.state.person.has_value());
}

TEST_CASE_FIXTURE(Story,
                  "removing what is kept removes it, and the next visit begins at the start") {
  phone.come_in(council.invite(person));
  phone.choose_everything("yes");
  phone.press(screens::kActionForget);
  CHECK(kept.slots.empty());
  Device later(council, kept);
  later.open("/home");
  CHECK(later.address() == "/");
}

TEST_CASE_FIXTURE(Story, "a session that ends between signing and the answer costs nothing") {
  phone.come_in(council.invite(person));
  phone.session_ends();
  phone.choose_everything("yes");
  CHECK(phone.address() == "/done");
  CHECK(phone.state.held.size() == 1);
  CHECK(calls_of(phone, "POST /api/records") == 2);
}

TEST_CASE_FIXTURE(Story, "a session that ends while the network is down is made up for by itself") {
  phone.come_in(council.invite(person));
  phone.choose_everything("yes");
  phone.follow("/home/2/withdraw");
  phone.state.session = false;
  phone.network = Network::Down;
  phone.press(screens::kActionWithdraw);
  CHECK(phone.state.outbox.size() == 1);
  REQUIRE(phone.timer_ms.has_value());
  phone.network = Network::Up;
  phone.timer_rings();
  CHECK(phone.state.outbox.empty());
  CHECK(phone.address() == "/done");
}

TEST_CASE_FIXTURE(Story, "a browser that refuses cookies is not asked again and again at once") {
  phone.keeps_cookies = false;
  phone.open("/", council.invite(person));
  phone.press(screens::kActionBegin);
  phone.type(screens::kFieldDevice, "mine");
  phone.press(screens::kActionDevice);
  phone.follow("/choices/1");
  phone.choose_everything("yes");
  CHECK(phone.state.outbox.size() == 1);
  CHECK(phone.timer_ms.has_value());
  CHECK(calls_of(phone, "POST /api/records") < 5);
  CHECK(kept.open().find("proofValue") != std::string::npos);
}

TEST_CASE_FIXTURE(Story, "what another tab signed meanwhile is caught up with, and shown") {
  phone.come_in(council.invite(person));
  phone.choose_everything("yes");
  Device tab(council, kept);
  tab.open("/home/2/withdraw");
  tab.press(screens::kActionWithdraw);
  CHECK(tab.address() == "/done");
  phone.follow("/home/3/withdraw");
  phone.press(screens::kActionWithdraw);
  CHECK(phone.address() == "/done");
  CHECK(phone.state.outbox.empty());
  phone.follow("/home");
  CHECK(count_of(phone, domain::State::Withdrawn) == 2);
  CHECK(phone.state.held.size() == 3);
}

TEST_CASE_FIXTURE(Story, "opened again while sending, it goes on to the same confirmation") {
  phone.come_in(council.invite(person));
  phone.network = Network::LosesAnswers;
  phone.choose_everything("yes");
  Device later(council, kept);
  later.open("/sending");
  CHECK(later.address() == "/done");
  REQUIRE(later.state.held.size() == 1);
  CHECK(later.says(later.state.held[0].reference));
}

TEST_CASE_FIXTURE(Story, "nothing is said to be done that is not") {
  phone.come_in(council.invite(person));
  phone.follow("/done");
  CHECK(phone.address() == "/home");
  phone.follow("/sending");
  CHECK(phone.address() == "/home");
  phone.follow("/choices/1");
  phone.network = Network::Down;
  phone.choose_everything("yes");
  phone.follow("/done");
  CHECK(phone.address() == "/sending");
}

TEST_CASE_FIXTURE(Story, "a recovery code brings a person in elsewhere, and ends the old key") {
  phone.come_in(council.invite(person));
  phone.choose_everything("yes");
  phone.follow("/recovery");
  phone.press(screens::kActionRecovery);
  const std::string code = phone.state.recovery_code;
  REQUIRE_FALSE(code.empty());
  CHECK(phone.says(code));

  Kept new_kept;
  Device fresh(council, new_kept);
  fresh.come_in(code);
  CHECK(fresh.address() == "/home");
  CHECK(count_of(fresh, domain::State::Agreed) > 0);

  Device old(council, kept);
  old.open("/");
  CHECK(old.says(old.state.facts.words.text("problem.sign-in")));
  CHECK_FALSE(old.says("Robin"));
  CHECK_FALSE(old.state.busy);

  Kept third_kept;
  Device third(council, third_kept);
  third.come_in(code);
  CHECK(third.address() == "/code");
  CHECK(third.says(third.state.facts.words.text("problem.invitation")));
}

TEST_CASE_FIXTURE(Story,
                  "a new code on a phone whose key was replaced takes along what was not sent") {
  phone.come_in(council.invite(person));
  phone.choose_everything("no");
  phone.network = Network::Down;
  phone.press(std::string(screens::kActionChooseAgain) + ":");
  phone.choose_everything("yes");
  REQUIRE(phone.state.outbox.size() == 1);
  Kept new_kept;
  Device fresh(council, new_kept);
  fresh.come_in(council.invite(person));

  Device old(council, kept);
  old.open("/");
  CHECK(old.says(old.state.facts.words.text("problem.sign-in")));
  CHECK(old.state.outbox.size() == 1);
  old.follow("/code");
  old.type(screens::kFieldCode, council.invite(person));
  old.press(screens::kActionCode);
  old.type(screens::kFieldDevice, "mine");
  old.press(screens::kActionDevice);
  old.type("ways:call", "yes");
  old.press(screens::kActionContact);
  old.follow("/sending");
  old.goes_online();
  CHECK(old.state.outbox.empty());
  old.follow("/home");
  CHECK(count_of(old, domain::State::Agreed) > 0);
  CHECK(kept.slots.size() == 1);
}

TEST_CASE_FIXTURE(Story, "thinking better of being remembered leaves nothing behind") {
  phone.open("/", council.invite(person));
  phone.press(screens::kActionBegin);
  phone.network = Network::Down;
  phone.type(screens::kFieldDevice, "mine");
  phone.press(screens::kActionDevice);
  CHECK(phone.says(phone.state.facts.words.text("problem.network")));
  CHECK_FALSE(kept.slots.empty());
  phone.network = Network::Up;
  phone.type(screens::kFieldDevice, "nothing");
  phone.press(screens::kActionDevice);
  CHECK(phone.address() == "/contact");
  CHECK(kept.slots.empty());
}

TEST_CASE_FIXTURE(Story,
                  "an enrolment whose answer was lost is asked for again with the same key") {
  phone.open("/", council.invite(person));
  phone.press(screens::kActionBegin);
  phone.network = Network::LosesAnswers;
  phone.type(screens::kFieldDevice, "mine");
  phone.press(screens::kActionDevice);
  Device later(council, kept);
  later.open("/");
  CHECK(later.address() == "/contact");
  CHECK(later.state.seed == phone.state.seed);
}

TEST_CASE_FIXTURE(Story, "whoever reads a page for anybody while signing in goes on reading it") {
  phone.come_in(council.invite(person));
  phone.choose_everything("no");
  Device later(council, kept);
  later.network = Network::Down;
  later.open("/");
  CHECK(later.address() == "/home");
  later.follow("/help");
  later.network = Network::Up;
  later.follow("/home");
  CHECK(later.says("Robin Reed"));
}
