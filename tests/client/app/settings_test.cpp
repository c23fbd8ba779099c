// A person's own settings, and reading aloud.
#include "tests/client/app/fixture.h"

using namespace sayso;
using namespace sayso::client;
using namespace sayso::client::test;

TEST_CASE("settings that were kept hold from the first screen on") {
  Visit visit;
  Started started;
  started.address = "/";
  started.settings = "text=150 view=simple nonsense";
  visit.act(started);
  CHECK(screens::encode_settings(visit.state.settings) == "text=150 view=simple");
}

TEST_CASE("what is picked counts when it is saved, and is kept on the device") {
  Visit visit;
  visit.start("/settings");
  CHECK(visit.type("text", "175").empty());
  CHECK(visit.state.settings.empty());
  const Effects effects = visit.press(screens::kActionSettings);
  const auto* keep = find_effect<KeepSettings>(effects);
  REQUIRE(keep != nullptr);
  CHECK(keep->text == "text=175");
  CHECK(keep->lasting);
  CHECK(visit.state.settings_saved);
  visit.follow("/help");
  CHECK_FALSE(visit.state.settings_saved);
}

TEST_CASE("on a shared phone that keeps nothing, settings last for the visit") {
  Visit visit;
  visit.come_in();
  visit.state.keep = Keep::Nothing;
  visit.follow("/settings");
  visit.type("colours", "dark");
  const Effects effects = visit.press(screens::kActionSettings);
  REQUIRE(find_effect<KeepSettings>(effects) != nullptr);
  CHECK_FALSE(find_effect<KeepSettings>(effects)->lasting);
}

TEST_CASE("removing what is kept on the phone removes the settings there, and keeps them for now") {
  Visit visit;
  visit.come_in();
  visit.state.settings = screens::decode_settings("text=200");
  const Effects effects = visit.press(screens::kActionForget);
  REQUIRE(find_effect<KeepSettings>(effects) != nullptr);
  CHECK_FALSE(find_effect<KeepSettings>(effects)->lasting);
  CHECK(screens::encode_settings(visit.state.settings) == "text=200");
}

TEST_CASE("Simple view goes on and off, is remembered, and takes nothing that was typed") {
  Visit visit;
  visit.come_in();
  visit.follow("/contact");
  visit.type(screens::kFieldContactDetail, "0123");
  const Effects on = visit.press(screens::kActionSimpleView);
  REQUIRE(find_effect<KeepSettings>(on) != nullptr);
  CHECK(find_effect<KeepSettings>(on)->text == "view=simple");
  CHECK(visit.state.fields[screens::kFieldContactDetail] == "0123");
  CHECK(visit.state.route.place == Place::Contact);
  CHECK(find_effect<KeepSettings>(visit.press(screens::kActionSimpleView))->text.empty());
}

TEST_CASE("reading aloud begins when it is asked for, and ends with the screen") {
  Visit visit;
  visit.start("/help");
  CHECK(visit.press(screens::kActionAloud).empty());
  visit.state.can_speak = true;
  CHECK(find_effect<Speak>(visit.press(screens::kActionAloud)) != nullptr);
  CHECK(find_effect<StopSpeaking>(visit.press(screens::kActionAloud)) != nullptr);
  visit.press(screens::kActionAloud);
  CHECK(find_effect<StopSpeaking>(visit.follow("/leaving")) != nullptr);
  CHECK_FALSE(visit.state.speaking);
  visit.press(screens::kActionAloud);
  visit.act(Spoken{true});
  CHECK_FALSE(visit.state.speaking);
  CHECK(visit.state.problem.empty());
  visit.press(screens::kActionAloud);
  visit.act(Spoken{false});
  CHECK(visit.state.problem == "problem.voice");
}
