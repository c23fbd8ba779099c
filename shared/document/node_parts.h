// How nodes are made: refinements that a screen wraps around them, and what builders are made of.
// Everything said to people is an argument; no builder adds words.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node.h"

namespace sayso::document {

using Nodes = std::vector<Node>;

// --- Refinements: each takes a node and gives it back changed ---
[[nodiscard]] Node keyed(std::string key, Node node);
[[nodiscard]] Node identified(std::string id, Node node);  // jump or focus target
[[nodiscard]] Node in_language(std::string language, Node node,
                               Direction direction = Direction::LeftToRight);
[[nodiscard]] Node styled(Style style, Node node);
[[nodiscard]] Node toned(Tone tone, Node node);
[[nodiscard]] Node only_on_screen(Node node);
[[nodiscard]] Node only_in_print(Node node);
[[nodiscard]] Node disabled(Node node);
[[nodiscard]] Node as_page_heading(Node node);  // its legend or label is the screen's h1

// What the labelled controls share. The id is the name unless given.
struct Field {
  std::string name = {};
  std::string label = {};
  std::string hint = {};
  std::string error = {};
  std::string value = {};
  std::string id = {};
  std::string autocomplete = {};
  InputMode input_mode = InputMode::Text;
  int width_chars = 0;
  bool page_heading = false;    // the label or legend is the screen's h1
  bool inline_options = false;  // radios side by side where they fit
};

// --- For builders alone ---
[[nodiscard]] Node make(Kind kind);
[[nodiscard]] Node with_text(Kind kind, std::string text);
[[nodiscard]] Node with_label(Kind kind, std::string label);
[[nodiscard]] Node with_children(Kind kind, Nodes children);
[[nodiscard]] Node titled(Kind kind, std::string title, Nodes children);
[[nodiscard]] Node field_node(Kind kind, Field field);
[[nodiscard]] Node option_node(Kind kind, std::string value, std::string label, std::string hint);
// The option whose value is field.value is checked; none is when it is empty. Options take the
// group's name.
[[nodiscard]] Node choice_group(Kind kind, Field field, Nodes options);

}  // namespace sayso::document
