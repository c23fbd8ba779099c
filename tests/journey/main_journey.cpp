// The main job from end to end: read, choose, sign, send, hold the receipt, withdraw.
#include <doctest/doctest.h>

#include "shared/screens/names.h"
#include "tests/journey/story.h"

using namespace sayso;
using journey::count_of;
using journey::Device;
using journey::Kept;
using journey::Network;
using journey::Story;

TEST_CASE_FIXTURE(Story, "an invitation leads through every question to a receipt") {
  phone.come_in(council.invite(person));
  CHECK(phone.address() == "/choices/1");
  phone.choose_everything("yes");
  CHECK(phone.address() == "/done");
  CHECK(phone.state.outbox.empty());
  REQUIRE(phone.state.held.size() == 1);
  CHECK(phone.says(phone.state.held[0].reference));
  phone.follow("/receipts/" + phone.state.held[0].reference);
  CHECK(phone.says(phone.state.held[0].record_hash));
}

TEST_CASE_FIXTURE(Story,
                  "a yes is taken back in two actions from home, and there is a receipt again") {
  phone.come_in(council.invite(person));
  phone.choose_everything("yes");
  phone.follow("/home");
  const auto before = count_of(phone, domain::State::Agreed);
  REQUIRE(before > 1);
  phone.follow("/home/2/withdraw");
  CHECK(phone.address() == "/home/2/withdraw");
  phone.press(screens::kActionWithdraw);
  CHECK(phone.address() == "/done");
  CHECK(phone.state.held.size() == 2);
  phone.follow("/home");
  CHECK(count_of(phone, domain::State::Agreed) == before - 1);
  CHECK(count_of(phone, domain::State::Withdrawn) == 1);
}

TEST_CASE_FIXTURE(
    Story, "an offer to delete taken up while withdrawing becomes a request with a due date") {
  phone.come_in(council.invite(person));
  phone.choose_everything("yes");
  phone.follow("/home/2/withdraw");
  phone.type("delete:yes", "yes");
  phone.press(screens::kActionWithdraw);
  CHECK(phone.state.held.size() == 3);
  phone.follow("/home");
  CHECK(phone.says("23 December 2026"));
}

TEST_CASE_FIXTURE(Story, "an objection goes along with the choices") {
  phone.come_in(council.invite(person));
  const auto& purpose = phone.state.facts.notice.purposes.at(0);
  REQUIRE(domain::remedy_of(purpose) == domain::Remedy::Object);
  phone.type(screens::choice_field(purpose.id, purpose.questions.at(0).organisation) + ":object",
             "yes");
  phone.choose_everything("no");
  CHECK(phone.address() == "/done");
  CHECK(phone.state.held.size() == 2);
  phone.follow("/home");
  CHECK(count_of(phone, domain::State::Objected) == 1);
}

TEST_CASE_FIXTURE(Story, "a missing answer is asked for, and what was answered stays") {
  phone.come_in(council.invite(person));
  phone.answer_all("yes");
  const auto& purpose = phone.state.facts.notice.purposes.at(1);
  phone.type(screens::choice_field(purpose.id, purpose.questions.at(0).organisation), "yes");
  phone.press(screens::kActionAnswer);
  CHECK(phone.address() == "/choices/2");
  CHECK(phone.state.errors.size() == purpose.questions.size() - 1);
  CHECK(phone.screen().title.rfind("Error: ", 0) == 0);
  CHECK(phone.state.focus == "error-summary");
  CHECK(phone.state.fields.at(
            screens::choice_field(purpose.id, purpose.questions.at(0).organisation)) == "yes");
}

TEST_CASE_FIXTURE(Story, "coming back on the same device shows home without a code") {
  phone.come_in(council.invite(person));
  phone.choose_everything("no");
  Device later(council, kept);
  later.open("/");
  CHECK(later.address() == "/home");
  CHECK(later.says("Robin Reed"));
  CHECK(count_of(later, domain::State::Refused) > 0);
}

TEST_CASE_FIXTURE(Story, "signed without a network, it is kept and sent later, once") {
  phone.come_in(council.invite(person));
  phone.network = Network::Down;
  phone.choose_everything("yes");
  CHECK(phone.address() == "/sending");
  CHECK(phone.state.outbox.size() == 1);
  CHECK(phone.timer_ms.has_value());
  CHECK(phone.says(phone.state.facts.words.text("sending.offline")));
  Device later(council, kept);
  later.open("/");
  CHECK(later.state.outbox.empty());
  CHECK(later.state.held.size() == 1);
}

TEST_CASE_FIXTURE(Story, "an answer lost on the way back does not double the record") {
  phone.come_in(council.invite(person));
  phone.network = Network::LosesAnswers;
  phone.choose_everything("yes");
  CHECK(phone.address() == "/sending");
  phone.network = Network::Up;
  phone.timer_rings();
  CHECK(phone.address() == "/done");
  CHECK(phone.state.held.size() == 1);
}

TEST_CASE_FIXTURE(Story, "a used invitation is refused with one message, back at the code") {
  const std::string code = council.invite(person);
  phone.come_in(code);
  Kept other_kept;
  Device other(council, other_kept);
  other.come_in(code);
  CHECK(other.address() == "/code");
  CHECK(other.says(other.state.facts.words.text("problem.invitation")));
  CHECK(other_kept.slots.empty());
}

TEST_CASE_FIXTURE(Story, "a browser that keeps nothing serves this visit, and says so") {
  phone.storage_works = false;
  phone.open("/", council.invite(person));
  phone.press(screens::kActionBegin);
  CHECK(phone.says(phone.state.facts.words.text("device.no_storage")));
  phone.type(screens::kFieldDevice, "nothing");
  phone.press(screens::kActionDevice);
  phone.type("ways:none", "yes");
  phone.press(screens::kActionContact);
  phone.choose_everything("yes");
  CHECK(phone.address() == "/done");
  CHECK(phone.says(phone.state.facts.words.text("done.key_not_kept")));
}

TEST_CASE_FIXTURE(Story, "nobody goes on past the PIN before what it opens is kept") {
  phone.open("/", council.invite(person));
  phone.press(screens::kActionBegin);
  phone.type(screens::kFieldDevice, "pin");
  phone.press(screens::kActionDevice);
  phone.type(screens::kFieldPin, "493027");
  phone.type(screens::kFieldPinAgain, "493027");
  phone.storage_is_slow = true;
  phone.press(screens::kActionPinSet);
  CHECK(phone.address() == "/pin");
  CHECK(phone.state.busy);
  phone.storage_is_done();
  CHECK(phone.address() == "/contact");
  CHECK_FALSE(phone.state.busy);
  CHECK(kept.locked() == 1);
}

TEST_CASE_FIXTURE(Story, "a PIN that cannot be kept is told so, and the visit goes on") {
  phone.open("/", council.invite(person));
  phone.press(screens::kActionBegin);
  phone.type(screens::kFieldDevice, "pin");
  phone.press(screens::kActionDevice);
  phone.type(screens::kFieldPin, "493027");
  phone.type(screens::kFieldPinAgain, "493027");
  phone.storage_works = false;
  phone.press(screens::kActionPinSet);
  CHECK(phone.address() == "/contact");
  CHECK_FALSE(phone.state.busy);
  CHECK(phone.says(phone.state.facts.words.text("problem.storage")));
}

TEST_CASE_FIXTURE(Story, "a PIN brings a person back, and a wrong one does not") {
  phone.open("/", council.invite(person));
  phone.press(screens::kActionBegin);
  phone.type(screens::kFieldDevice, "pin");
  phone.press(screens::kActionDevice);
  phone.type(screens::kFieldPin, "493027");
  phone.type(screens::kFieldPinAgain, "493027");
  phone.press(screens::kActionPinSet);
  CHECK(phone.address() == "/contact");
  CHECK(kept.open().empty());
  REQUIRE(kept.locked() == 1);

  Device later(council, kept);
  later.open("/");
  CHECK(later.address() == "/");
  later.follow("/unlock");
  later.type(screens::kFieldPin, "111111");
  later.press(screens::kActionUnlock);
  CHECK(later.state.pin_tries_left == 4);
  CHECK_FALSE(later.says("Robin"));
  later.type(screens::kFieldPin, "493027");
  later.press(screens::kActionUnlock);
  CHECK(later.address() == "/home");
  CHECK(later.says("Robin Reed"));
}

TEST_CASE_FIXTURE(Story, "a receipt checks out in the browser, and an altered one does not") {
  phone.come_in(council.invite(person));
  phone.choose_everything("yes");
  phone.press(std::string(screens::kActionReceiptFile) + ":" + phone.state.held.at(0).reference);
  REQUIRE(phone.downloads.size() == 1);
  std::string file = phone.downloads[0].text;
  phone.follow("/check");
  phone.choose_file("receipt.json", file);
  CHECK(phone.says(phone.state.facts.words.text("verify.proved.heading")));
  const auto at = file.find("proofValue");
  REQUIRE(at != std::string::npos);
  char& altered = file.at(at + 40);
  altered = altered == 'a' ? 'b' : 'a';
  phone.choose_file("receipt.json", file);
  CHECK_FALSE(phone.says(phone.state.facts.words.text("verify.proved.heading")));
}
