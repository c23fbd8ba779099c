// Children and their parents, and people who share a browser.
#include "tests/journey/story.h"

using namespace sayso;
using namespace sayso::journey;

TEST_CASE_FIXTURE(Story, "a parent chooses for a child, in a record about the child") {
  const PersonId child = add_child();
  phone.come_in(council.invite(person));
  phone.choose_everything("no");
  CHECK(phone.says("Kit Reed"));
  phone.press(std::string(screens::kActionChooseAgain) + ":/for/1");
  CHECK(phone.address() == "/for/1/choices/1");
  phone.choose_everything("yes");
  CHECK(phone.address() == "/done");
  REQUIRE(phone.state.held.size() == 2);
  const auto& common = client::common_of(phone.state.held[1]);
  CHECK(common.person == child);
  CHECK(common.expressed_by.person == person);
  CHECK(common.expressed_by.role == protocol::Role::ParentalResponsibility);
  CHECK(phone.says(phone.state.facts.words.text("done.panel_child", {{"child", "Kit Reed"}})));
  phone.follow("/for/1/home");
  CHECK(count_of(phone, domain::State::Refused) == 0);
  CHECK(count_of(phone, domain::State::Agreed) > 0);
  phone.follow("/home");
  CHECK(count_of(phone, domain::State::Agreed) == 0);
}

TEST_CASE_FIXTURE(Story, "a child's yes is taken back as a grown-up's is") {
  (void)add_child();
  phone.come_in(council.invite(person));
  phone.choose_everything("no");
  phone.press(std::string(screens::kActionChooseAgain) + ":/for/1");
  phone.choose_everything("yes");
  phone.follow("/for/1/home/2/withdraw");
  phone.press(screens::kActionWithdraw);
  CHECK(phone.address() == "/done");
  CHECK(phone.says(
      phone.state.facts.words.text("done.panel_withdrawn_child", {{"child", "Kit Reed"}})));
  phone.follow("/for/1/home");
  CHECK(count_of(phone, domain::State::Withdrawn) == 1);
}

TEST_CASE_FIXTURE(Story, "what was picked for a child never stands picked for the parent") {
  (void)add_child();
  phone.come_in(council.invite(person));
  phone.answer_all("no");
  phone.press(std::string(screens::kActionChooseAgain) + ":/for/1");
  phone.answer_all("yes");
  phone.answer_all("yes");
  phone.back_to("/choices/2");
  CHECK(phone.state.fields.count(first_field(phone, 1)) == 0);
  phone.back_to("/choices/check");
  phone.press(screens::kActionSign);
  CHECK(phone.state.held.empty());
  CHECK(phone.state.outbox.empty());
}

TEST_CASE_FIXTURE(Story, "a draft for a child comes back as a draft for that child alone") {
  const PersonId child = add_child();
  phone.come_in(council.invite(person));
  phone.choose_everything("no");
  phone.press(std::string(screens::kActionChooseAgain) + ":/for/1");
  phone.answer_all("yes");
  phone.answer_all("yes");
  Device later(council, kept);
  later.open("/for/1/choices/2");
  CHECK(later.state.picked_about == child);
  CHECK(later.state.fields.at(first_field(later, 1)) == "yes");
  later.follow("/choices/2");
  CHECK(later.address() == "/home");
  later.press(std::string(screens::kActionChooseAgain) + ":");
  CHECK(later.state.fields.at(first_field(later, 1)) == "no");
}

TEST_CASE_FIXTURE(Story, "a child's page waits for the answer that says who the children are") {
  (void)add_child();
  phone.come_in(council.invite(person));
  phone.choose_everything("no");
  Device later(council, kept);
  later.network = Network::Down;
  later.open("/for/1/choices/2");
  const auto& words = later.state.facts.words;
  CHECK(later.says(words.text("opening.heading")));
  CHECK_FALSE(later.says(words.text("missing.heading")));
  later.network = Network::Up;
  later.goes_online();
  CHECK(later.says("Kit Reed"));
  later.follow("/for/2/choices/2");
  CHECK(later.says(words.text("missing.heading")));
}

TEST_CASE_FIXTURE(Story, "a child hidden for safety looks like no child") {
  const PersonId child = add_child();
  REQUIRE(council.office->restrict_child(person, child).has_value());
  phone.come_in(council.invite(person));
  phone.choose_everything("no");
  CHECK_FALSE(phone.says("Kit"));
  phone.follow("/for/1/home");
  const std::string hidden = phone.words();
  phone.follow("/for/2/home");
  CHECK(phone.words() == hidden);
  CHECK(phone.says(phone.state.facts.words.text("missing.heading")));
}

TEST_CASE_FIXTURE(Story, "at 15 people choose for themselves, and no parent is offered to") {
  const PersonId young = add_child(app::test::kFifteen);
  phone.come_in(council.invite(person));
  phone.choose_everything("no");
  CHECK_FALSE(phone.says("Kit"));
  Kept own_kept;
  Device own(council, own_kept);
  own.come_in(council.invite(young));
  own.choose_everything("yes");
  CHECK(own.address() == "/done");
  REQUIRE(own.state.held.size() == 1);
  CHECK(client::common_of(own.state.held[0]).expressed_by.role == protocol::Role::Self);
  phone.follow("/home");
  CHECK_FALSE(phone.says("Kit"));
}

TEST_CASE_FIXTURE(Story, "an invitation opened in somebody's browser leaves their key alone") {
  phone.come_in(council.invite(person));
  phone.choose_everything("yes");
  const std::string theirs = kept.open();
  const PersonId other = council.admit("Sam Stone", app::test::kGrownUp);
  Device later(council, kept);
  later.open("/", council.invite(other));
  CHECK_FALSE(later.says("Robin"));
  later.press(screens::kActionBegin);
  CHECK(later.says(later.state.facts.words.text("device.others_here")));
  CHECK_FALSE(later.says(later.state.facts.words.text("device.mine")));
  later.type(screens::kFieldDevice, "pin");
  later.press(screens::kActionDevice);
  later.type(screens::kFieldPin, "493027");
  later.type(screens::kFieldPinAgain, "493027");
  later.press(screens::kActionPinSet);
  CHECK(later.address() == "/contact");
  CHECK(kept.open() == theirs);
  CHECK(kept.locked() == 1);
  CHECK_FALSE(later.says("Robin"));
}

TEST_CASE_FIXTURE(Story, "a code typed while somebody is signed in ends their visit first") {
  phone.come_in(council.invite(person));
  phone.choose_everything("yes");
  const std::string theirs = kept.open();
  const PersonId other = council.admit("Sam Stone", app::test::kGrownUp);
  phone.follow("/code");
  phone.type(screens::kFieldCode, council.invite(other));
  phone.press(screens::kActionCode);
  CHECK(phone.address() == "/device");
  CHECK(phone.state.held.empty());
  CHECK_FALSE(phone.state.person.has_value());
  phone.type(screens::kFieldDevice, "nothing");
  phone.press(screens::kActionDevice);
  REQUIRE(phone.state.person.has_value());
  CHECK(phone.state.person->id == other);
  CHECK(kept.open() == theirs);
}

TEST_CASE_FIXTURE(Story, "a wrong code does not cost whoever's key is here their key") {
  phone.come_in(council.invite(person));
  phone.network = Network::Down;
  phone.choose_everything("yes");
  const std::string theirs = kept.open();
  REQUIRE_FALSE(theirs.empty());
  phone.network = Network::Up;
  phone.follow("/code");
  phone.type(screens::kFieldCode, "AAAA-BBBB-CCCC");
  phone.press(screens::kActionCode);
  phone.type(screens::kFieldDevice, "nothing");
  phone.press(screens::kActionDevice);
  CHECK(phone.address() == "/code");
  CHECK(kept.open() == theirs);
}

TEST_CASE_FIXTURE(Story, "two people with a PIN each find their own and nothing else") {
  const PersonId other = council.admit("Sam Stone", app::test::kGrownUp);
  const std::pair<PersonId, std::string> people[] = {{person, "493027"}, {other, "720394"}};
  for (const auto& [id, pin] : people) {
    Device device(council, kept);
    device.open("/", council.invite(id));
    device.press(screens::kActionBegin);
    device.type(screens::kFieldDevice, "pin");
    device.press(screens::kActionDevice);
    device.type(screens::kFieldPin, pin);
    device.type(screens::kFieldPinAgain, pin);
    device.press(screens::kActionPinSet);
  }
  CHECK(kept.locked() == 2);
  Device later(council, kept);
  later.open("/unlock");
  later.type(screens::kFieldPin, "720394");
  later.press(screens::kActionUnlock);
  CHECK(later.says("Sam Stone"));
  CHECK_FALSE(later.says("Robin"));
  later.press(screens::kActionSignOut);
  later.follow("/unlock");
  later.type(screens::kFieldPin, "493027");
  later.press(screens::kActionUnlock);
  INFO(later.words());
  CHECK(later.says("Robin Reed"));
  CHECK_FALSE(later.says("Sam"));
}
