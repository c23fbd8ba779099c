#include "shared/screens/settings.h"

#include <algorithm>

#include "tests/shared/screens/all_screens.h"

using namespace sayso;
using namespace sayso::screens;
using namespace sayso::screens::test;
using document::Kind;
using document::Node;

namespace {

const Node* find_node(const document::Document& document, Kind kind, const std::string& name) {
  const Node* found = nullptr;
  visit_nodes(document, [&](const Node& node) {
    if (node.kind == kind && (node.name == name || node.action == name)) found = &node;
  });
  return found;
}

}  // namespace

TEST_CASE("settings are read back as they were written, and only what differs is written") {
  Settings settings;
  CHECK(encode_settings(settings).empty());
  for (const Setting& setting : all_settings()) {
    CHECK(setting_of(settings, setting.name) == setting.options[0]);
    for (const std::string_view option : setting.options) {
      if (option.empty()) continue;
      change_setting(settings, setting.name, option);
      CHECK(setting_of(settings, setting.name) == option);
      CHECK(decode_settings(encode_settings(settings)) == settings);
    }
  }
  change_setting(settings, "text", "100");
  CHECK(encode_settings(settings).find("text") == std::string::npos);
}

TEST_CASE("what is kept may come from anybody: what is not known is passed over") {
  CHECK(decode_settings("").empty());
  CHECK(decode_settings("   = =x text= text text=999 size=2 colours=<b>").empty());
  CHECK(encode_settings(decode_settings("text=150 x=y view=simple text=7")) ==
        "text=150 view=simple");
}

TEST_CASE("the page of settings shows what holds, or what was picked and not yet saved") {
  World world;
  world.settings = decode_settings("colours=dark");
  auto page = own_settings(world.context(), {});
  REQUIRE(find_node(page, Kind::Radios, "colours") != nullptr);
  const auto checked = [&](const std::string& name) {
    std::string value;
    for (const Node& option : find_node(page, Kind::Radios, name)->children) {
      if (option.checked) value += option.value;
    }
    return value;
  };
  CHECK(checked("colours") == "dark");
  CHECK(checked("text") == "100");
  world.fields["text"] = "200";
  page = own_settings(world.context(), {});
  CHECK(checked("text") == "200");
}

TEST_CASE("reading aloud is offered only where there is a voice, and asked for") {
  World world;
  CHECK(find_node(own_settings(world.context(), {}), Kind::Radios, "aloud") == nullptr);
  world.can_speak = true;
  CHECK(find_node(own_settings(world.context(), {}), Kind::Radios, "aloud") != nullptr);
  CHECK(find_node(help(world.context()), Kind::Button, kActionAloud) == nullptr);
  world.settings = decode_settings("aloud=on");
  REQUIRE(find_node(help(world.context()), Kind::Button, kActionAloud) != nullptr);
  world.can_speak = false;
  CHECK(find_node(help(world.context()), Kind::Button, kActionAloud) == nullptr);
}

TEST_CASE("every footer leads to the settings, to privacy and to the accessibility statement") {
  const World world;
  for (const char* address : {"/settings", "/privacy", "/accessibility"}) {
    const auto page = start(world.context());
    const bool there = std::any_of(page.footer.begin(), page.footer.end(),
                                   [&](const Node& node) { return node.href == address; });
    CHECK(there);
    CHECK(public_screen(world.context(), address).has_value());
  }
}
