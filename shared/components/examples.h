// Every component in each of its states: for the gallery, and for the tests that walk it.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/document/node.h"
#include "shared/domain/words.h"

namespace sayso::components {

struct Example {
  std::string state;  // in words: "With a mistake"
  std::vector<document::Node> nodes;
};
using Examples = std::vector<Example>;

// What a visitor of the gallery did.
struct State {
  std::string tab;     // id of the tab that was pressed
  std::string dialog;  // component whose dialog is open; empty = none
  std::set<std::string> open;
};

struct Component {
  std::string_view name;  // of its folder, and its address: /gallery/<name>
  Examples (*examples)(const domain::Words& words, const State& state);
};

[[nodiscard]] std::span<const Component> all_components();

// The dialog that stands open, if one does.
[[nodiscard]] std::vector<document::Node> open_dialog(const domain::Words& words,
                                                      const State& state);

#define SAYSO_COMPONENT(name) \
  [[nodiscard]] Examples name##_examples(const domain::Words& words, const State& state);
#include "shared/components/components.def"
#undef SAYSO_COMPONENT

}  // namespace sayso::components
