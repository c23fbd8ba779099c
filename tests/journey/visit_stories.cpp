// A page that is closed or loaded again: what is lost by it, what is not, and what the person is
// told.
#include "tests/journey/story.h"

using namespace sayso;
using namespace sayso::journey;

namespace {

std::string word(const Device& device, const char* key) {
  return device.state.facts.words.text(key);
}

}  // namespace

TEST_CASE_FIXTURE(Story, "where nothing is kept, the browser asks before answers are lost") {
  phone.come_in_keeping_nothing(council.invite(person));
  CHECK_FALSE(phone.asks_before_leaving);
  phone.press(screens::kActionAnswer);
  phone.type(first_field(phone, 1), "yes");
  CHECK(phone.asks_before_leaving);
}

TEST_CASE_FIXTURE(Story, "where nothing is kept, the browser asks until the receipt is saved") {
  phone.come_in_keeping_nothing(council.invite(person));
  phone.choose_everything("no");
  REQUIRE(phone.address() == "/done");
  CHECK(phone.asks_before_leaving);
  const std::string reference = phone.state.held.at(0).reference;
  phone.press(std::string(screens::kActionReceiptFile) + ":" + reference);
  CHECK_FALSE(phone.asks_before_leaving);
}

TEST_CASE_FIXTURE(Story,
                  "where nothing is kept, the browser asks while something waits to be sent") {
  phone.come_in_keeping_nothing(council.invite(person));
  phone.network = Network::Down;
  phone.choose_everything("no");
  REQUIRE(phone.state.outbox.size() == 1);
  CHECK(phone.asks_before_leaving);
}

TEST_CASE_FIXTURE(Story, "who is remembered is never asked, for nothing is lost") {
  phone.come_in(council.invite(person));
  phone.choose_everything("no");
  CHECK_FALSE(phone.asks_before_leaving);
}

TEST_CASE_FIXTURE(Story, "finishing on purpose ends the asking, and says how to come back") {
  phone.come_in_keeping_nothing(council.invite(person));
  phone.choose_everything("no");
  phone.press(screens::kActionSignOut);
  CHECK_FALSE(phone.asks_before_leaving);
  CHECK(phone.says(word(phone, "home.forgot_done")));
  CHECK_FALSE(phone.says(word(phone, "signed_out.text")));
  const Device again = phone.loaded_again();
  CHECK_FALSE(again.says(word(again, "start.ended.heading")));
}

TEST_CASE_FIXTURE(Story, "a visit that kept nothing says after a reload what became of it") {
  phone.come_in_keeping_nothing(council.invite(person));
  phone.choose_everything("no");
  const Device again = phone.loaded_again();
  CHECK(again.address() == "/");
  CHECK(again.says(word(again, "start.ended.heading")));
  CHECK_FALSE(again.says("Robin"));
  const Device once_more = again.loaded_again();
  CHECK(once_more.says(word(once_more, "start.ended.heading")));
}

TEST_CASE_FIXTURE(Story, "an invitation outlives a reload, until it is used") {
  phone.open("/", council.invite(person));
  Device again = phone.loaded_again();
  again.press(screens::kActionBegin);
  CHECK(again.address() == "/device");
  Device on_device = again.loaded_again();
  CHECK(on_device.address() == "/device");
  on_device.type(screens::kFieldDevice, "nothing");
  on_device.press(screens::kActionDevice);
  REQUIRE(on_device.address() == "/contact");
  Device after = on_device.loaded_again();
  after.press(screens::kActionBegin);
  CHECK(after.address() == "/code");
}

TEST_CASE_FIXTURE(Story, "an enrolment cut off by a reload goes on with the same key") {
  phone.open("/", council.invite(person));
  phone.press(screens::kActionBegin);
  phone.network = Network::LosesAnswers;
  phone.type(screens::kFieldDevice, "mine");
  phone.press(screens::kActionDevice);
  const Device again = phone.loaded_again();
  CHECK(again.address() == "/contact");
  CHECK(again.state.seed == phone.state.seed);
}

TEST_CASE_FIXTURE(Story, "what was picked is kept at once, not only at Continue") {
  phone.come_in(council.invite(person));
  phone.press(screens::kActionAnswer);
  phone.type(first_field(phone, 1), "no");
  const Device again = phone.loaded_again();
  CHECK(again.address() == "/choices/2");
  CHECK(again.state.fields.at(first_field(again, 1)) == "no");
}

TEST_CASE_FIXTURE(Story, "pages of answers lead home once these are signed") {
  phone.come_in(council.invite(person));
  phone.choose_everything("yes");
  for (const char* address : {"/choices/5", "/choices/check"}) {
    phone.back_to(address);
    CHECK(phone.address() == "/home");
  }
}

TEST_CASE_FIXTURE(Story, "going through the questions again begins with the present answers") {
  phone.come_in(council.invite(person));
  phone.choose_everything("yes");
  phone.press(std::string(screens::kActionChooseAgain) + ":");
  CHECK(phone.address() == "/choices/1");
  CHECK(phone.state.fields.at(first_field(phone, 1)) == "yes");
}

TEST_CASE_FIXTURE(Story, "what was done is confirmed as what it was") {
  phone.come_in(council.invite(person));
  phone.choose_everything("yes");
  CHECK(phone.says(word(phone, "done.panel")));
  CHECK_FALSE(phone.says(word(phone, "done.next.no")));
  phone.follow("/home/2/withdraw");
  phone.press(screens::kActionWithdraw);
  CHECK(phone.says(word(phone, "done.panel_withdrawn")));
  CHECK_FALSE(phone.says(word(phone, "done.next.deletion")));
  phone.follow("/home/3/withdraw");
  phone.type(std::string(screens::kFieldDelete) + ":yes", "yes");
  phone.press(screens::kActionWithdraw);
  CHECK(phone.says(word(phone, "done.next.deletion")));
  phone.follow("/home/1/object");
  phone.press(screens::kActionObject);
  CHECK(phone.says(word(phone, "done.panel_objected")));
  CHECK_FALSE(phone.says(word(phone, "done.next.no")));
}

TEST_CASE_FIXTURE(Story, "a no among the answers is said to be kept to") {
  phone.come_in(council.invite(person));
  phone.choose_everything("no");
  CHECK(phone.says(word(phone, "done.next.no")));
}

TEST_CASE_FIXTURE(Story, "without a signal there is one truth, and another try is told") {
  phone.come_in(council.invite(person));
  phone.network = Network::Down;
  phone.choose_everything("yes");
  phone.act(client::Online{false});
  CHECK(phone.says(word(phone, "sending.offline")));
  CHECK_FALSE(phone.says(word(phone, "sending.saved_text")));
  const std::string before = phone.screen().announcement;
  phone.press(screens::kActionSendAgain);
  const std::string first = phone.screen().announcement;
  CHECK(first != before);
  CHECK(phone.says(first));
  phone.press(screens::kActionSendAgain);
  CHECK(phone.screen().announcement != first);
}

TEST_CASE_FIXTURE(Story, "removing what is kept says that it is gone, not to come back") {
  phone.come_in(council.invite(person));
  phone.choose_everything("yes");
  phone.press(screens::kActionForget);
  CHECK(phone.says(word(phone, "home.forgot_done")));
  CHECK_FALSE(phone.says(word(phone, "signed_out.text")));
}

TEST_CASE_FIXTURE(Story, "the fifth wrong PIN says at once that it is over, and what to do") {
  phone.open("/", council.invite(person));
  phone.press(screens::kActionBegin);
  phone.type(screens::kFieldDevice, "pin");
  phone.press(screens::kActionDevice);
  phone.type(screens::kFieldPin, "493027");
  phone.type(screens::kFieldPinAgain, "493027");
  phone.press(screens::kActionPinSet);
  phone.press(screens::kActionSignOut);
  Device later(council, kept);
  later.open("/");
  CHECK(later.says(word(later, "start.unlock")));
  later.follow("/unlock");
  for (int tried = 1; tried <= 5; ++tried) {
    CHECK(later.says(word(later, "unlock.heading")));
    later.type(screens::kFieldPin, "11112" + std::to_string(tried));
    later.press(screens::kActionUnlock);
    CHECK(later.state.fields.count(screens::kFieldPin) == 0);
  }
  CHECK(later.says(word(later, "unlock.gone_heading")));
  CHECK_FALSE(later.says(word(later, "unlock.heading")));
  CHECK(later.state.errors.empty());
  later.follow("/help");
  later.follow("/unlock");
  CHECK(later.says(word(later, "unlock.gone_heading")));
}
