// What is held about a person: seen once somebody made sure who they are, and kept as a copy.
#include "tests/journey/story.h"

using namespace sayso;
using namespace sayso::journey;

namespace {

app::ItemOf item_of(const PersonId& person, const std::string& reference,
                    const std::string& summary) {
  return {person,
          {reference,
           domain::KindId("school-attendance"),
           OrganisationId("schools"),
           {2026, 9, 4},
           domain::Arrival::Transfer,
           summary,
           {PurposeId("find-and-support")}}};
}

void keep(Story& story, const app::ItemOf& item) {
  REQUIRE(story.council.office->keep_items(std::span(&item, 1)).has_value());
}

// Up to the page of what is held, with the code read out and believed.
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

TEST_CASE_FIXTURE(Story, "before anybody made sure who it is, the page says how to get there") {
  keep(*this, item_of(person, "att-1", "At school on 92 days."));
  phone.come_in(council.invite(person));
  phone.follow("/held");
  CHECK(phone.address() == "/held");
  CHECK(phone.says(words(*this, "held.why")));
  CHECK_FALSE(phone.says("92 days"));
  CHECK_FALSE(phone.says(words(*this, "held.none_of_kind")));
}

TEST_CASE_FIXTURE(Story, "a code that was read out opens what is held") {
  keep(*this, item_of(person, "att-1", "At school on 92 days."));
  be_confirmed(*this);
  CHECK(phone.says("At school on 92 days."));
  CHECK(phone.says("30 September 2031"));
  CHECK(phone.says(words(*this, "held.none_of_kind")));
  CHECK_FALSE(phone.says(phone.state.facts.words.text("held.code")));
  CHECK(phone.state.confirmation_code.empty());
}

TEST_CASE_FIXTURE(Story, "who says too early that the code was read out keeps the code") {
  phone.come_in(council.invite(person));
  phone.follow("/held");
  phone.press(screens::kActionConfirmCode);
  const std::string code = phone.state.confirmation_code;
  phone.press(screens::kActionConfirmDone);
  CHECK(phone.says(words(*this, "held.not_yet")));
  CHECK(phone.state.confirmation_code == code);
  REQUIRE(council.office->confirm(person, code).has_value());
  phone.press(screens::kActionConfirmDone);
  CHECK(phone.says(words(*this, "held.nothing")));
}

TEST_CASE_FIXTURE(Story, "what is held about a child stands on the child's page alone") {
  const PersonId child = add_child();
  keep(*this, item_of(child, "att-1", "Kit was at school on 92 days."));
  keep(*this, item_of(person, "att-2", "About Robin."));
  be_confirmed(*this);
  CHECK(phone.says("About Robin."));
  CHECK_FALSE(phone.says("Kit was at school"));
  phone.follow("/for/1/held");
  CHECK(phone.says("Kit was at school on 92 days."));
  CHECK_FALSE(phone.says("About Robin."));
}

TEST_CASE_FIXTURE(Story, "a copy holds what is on the page, and no formula of anybody's") {
  keep(*this, item_of(person, "att-1", "=2+3, \"said\" the school"));
  be_confirmed(*this);
  phone.press(std::string(screens::kActionHeldTable) + ":");
  phone.press(std::string(screens::kActionHeldJson) + ":");
  REQUIRE(phone.downloads.size() == 2);
  CHECK(phone.downloads[0].file_name == "my-list.csv");
  CHECK(phone.downloads[0].text.find("\"'=2+3, \"\"said\"\" the school\"") != std::string::npos);
  CHECK(phone.downloads[1].file_name == "my-list.json");
  CHECK(phone.downloads[1].text.find("\"reference\":\"att-1\"") != std::string::npos);
}

TEST_CASE_FIXTURE(Story, "what is held is gone from the device when the person finishes") {
  keep(*this, item_of(person, "att-1", "At school on 92 days."));
  be_confirmed(*this);
  phone.press(screens::kActionSignOut);
  CHECK_FALSE(phone.state.held_about.has_value());
  CHECK(kept.open().find("92 days") == std::string::npos);
}

TEST_CASE_FIXTURE(Story, "without a network the page says so, and asks again when come to again") {
  be_confirmed(*this);
  phone.follow("/home");
  phone.network = Network::Down;
  phone.follow("/held");
  CHECK(phone.says(words(*this, "problem.network")));
  phone.network = Network::Up;
  keep(*this, item_of(person, "att-1", "At school on 92 days."));
  phone.follow("/held");
  CHECK(phone.says("At school on 92 days."));
}

TEST_CASE_FIXTURE(Story, "when the session has ended the page is shown after signing in again") {
  keep(*this, item_of(person, "att-1", "At school on 92 days."));
  be_confirmed(*this);
  phone.follow("/home");
  phone.session_ends();
  phone.follow("/held");
  CHECK(phone.address() == "/held");
  CHECK(phone.says("At school on 92 days."));
}
