// Choosing, changing one's mind, and saying why.
#include "tests/journey/story.h"

using namespace sayso;
using namespace sayso::journey;

namespace {

const protocol::RequestRecord* request_in(const client::Held& held) {
  return std::get_if<protocol::RequestRecord>(&held.record);
}

}  // namespace

TEST_CASE_FIXTURE(Story, "the reason for an objection is kept with it, in the person's own words") {
  phone.come_in(council.invite(person));
  phone.choose_everything("no");
  phone.follow("/home/1/object");
  phone.type(screens::kFieldReason, "I would rather not — “thanks”.");
  phone.press(screens::kActionObject);
  CHECK(phone.address() == "/done");
  REQUIRE(phone.state.held.size() == 2);
  const auto* request = request_in(phone.state.held[1]);
  REQUIRE(request != nullptr);
  CHECK(request->text == "I would rather not — “thanks”.");
  CHECK(phone.state.fields.count(screens::kFieldReason) == 0);
}

TEST_CASE_FIXTURE(Story, "a reason that is too long is said to be, and not a word of it is lost") {
  phone.come_in(council.invite(person));
  phone.choose_everything("no");
  phone.follow("/home/1/object");
  const std::string reason(protocol::kMaxRequestTextBytes + 1, 'x');
  phone.type(screens::kFieldReason, reason);
  phone.press(screens::kActionObject);
  CHECK(phone.state.held.size() == 1);
  CHECK(phone.state.errors[screens::kFieldReason] == "error.reason.long");
  CHECK(phone.state.fields[screens::kFieldReason] == reason);
  phone.type(screens::kFieldReason, reason.substr(1));
  phone.press(screens::kActionObject);
  REQUIRE(phone.state.held.size() == 2);
  const auto* request = request_in(phone.state.held[1]);
  REQUIRE(request != nullptr);
  CHECK(request->text == reason.substr(1));
}

TEST_CASE_FIXTURE(Story,
                  "objecting twice or withdrawing twice is one objection and one withdrawal") {
  phone.come_in(council.invite(person));
  phone.choose_everything("yes");
  phone.follow("/home/2/withdraw");
  phone.press(screens::kActionWithdraw);
  phone.press(screens::kActionWithdraw);
  CHECK(phone.state.held.size() == 2);
  phone.back_to("/home/2/withdraw");
  phone.press(screens::kActionWithdraw);
  CHECK(phone.state.held.size() == 2);
  CHECK(phone.address() == "/home/2");
  phone.follow("/home/1/object");
  phone.press(screens::kActionObject);
  phone.back_to("/home/1/object");
  phone.press(screens::kActionObject);
  CHECK(phone.state.held.size() == 3);
}

TEST_CASE_FIXTURE(Story,
                  "an offer to delete that was ticked for one choice is not ticked for the next") {
  phone.come_in(council.invite(person));
  phone.choose_everything("yes");
  phone.follow("/home/2/withdraw");
  phone.type("delete:yes", "yes");
  phone.follow("/home");
  phone.follow("/home/3/withdraw");
  phone.press(screens::kActionWithdraw);
  CHECK(phone.state.held.size() == 2);
}

TEST_CASE_FIXTURE(Story, "back and forward keep every answer, past the question of contact too") {
  phone.come_in(council.invite(person));
  phone.answer_all("yes");
  phone.answer_all("yes");
  CHECK(phone.address() == "/choices/3");
  phone.back_to("/choices/2");
  CHECK(phone.state.fields.at(first_field(phone, 1)) == "yes");
  phone.back_to("/choices/1");
  phone.back_to("/contact");
  phone.press(screens::kActionContact);
  CHECK(phone.address() == "/choices/1");
  phone.press(screens::kActionAnswer);
  CHECK(phone.address() == "/choices/2");
  CHECK(phone.state.fields.at(first_field(phone, 1)) == "yes");
}

TEST_CASE_FIXTURE(Story, "a draft outlives the battery") {
  phone.come_in(council.invite(person));
  phone.answer_all("yes");
  phone.answer_all("yes");
  Device later(council, kept);
  later.open("/choices/2");
  CHECK(later.address() == "/choices/2");
  CHECK(later.state.fields.at(first_field(later, 1)) == "yes");
}

TEST_CASE_FIXTURE(Story, "changing one choice from home asks for no other answer again") {
  phone.come_in(council.invite(person));
  phone.choose_everything("no");
  phone.follow("/home/2");
  phone.press(std::string(screens::kActionChooseOne) + ":2");
  CHECK(phone.address() == "/choices/2");
  phone.type(first_field(phone, 1), "yes");
  while (phone.state.route.place == client::Place::Purpose) phone.press(screens::kActionAnswer);
  CHECK(phone.address() == "/choices/check");
  phone.press(screens::kActionSign);
  CHECK(phone.address() == "/done");
  phone.follow("/home");
  CHECK(count_of(phone, domain::State::Agreed) == 1);
}

TEST_CASE_FIXTURE(Story,
                  "a device whose clock is years off is believed, and both times are shown") {
  phone.now.unix_seconds -= 3 * 365 * 24 * 60 * 60;
  phone.come_in(council.invite(person));
  phone.choose_everything("yes");
  CHECK(phone.address() == "/done");
  REQUIRE(phone.state.held.size() == 1);
  phone.follow("/home/2");
  CHECK(phone.says("24 November 2023"));
  CHECK(phone.says("23 November 2026"));
}

TEST_CASE_FIXTURE(Story, "no to all of these picks every no of the page, and nothing elsewhere") {
  phone.come_in(council.invite(person));
  phone.answer_all("no");
  phone.press(screens::kActionNoToAll);
  const auto& purposes = phone.state.facts.notice.purposes;
  for (const auto& question : purposes.at(1).questions)
    CHECK(phone.state.fields.at(screens::choice_field(purposes[1].id, question.organisation)) ==
          "no");
  CHECK(phone.state.fields.count(first_field(phone, 2)) == 0);
  CHECK(phone.address() == "/choices/2");
}

TEST_CASE_FIXTURE(
    Story, "only a yes can be taken back, and only what nobody was asked can be objected to") {
  phone.come_in(council.invite(person));
  phone.choose_everything("no");
  phone.follow("/home/2/withdraw");
  CHECK(phone.address() == "/home/2");
  phone.follow("/home/2/object");
  CHECK(phone.address() == "/home/2");
  phone.follow("/home/1/withdraw");
  CHECK(phone.address() == "/home/1");
  phone.follow("/home/1/object");
  CHECK(phone.address() == "/home/1/object");
}
