#include "shared/document/node_parts.h"

#include <utility>

namespace sayso::document {

Node keyed(std::string key, Node node) {
  node.key = std::move(key);
  return node;
}

Node identified(std::string id, Node node) {
  node.id = std::move(id);
  return node;
}

Node in_language(std::string language, Node node, Direction direction) {
  node.language = std::move(language);
  node.direction = direction;
  return node;
}

Node styled(Style style, Node node) {
  node.style = style;
  return node;
}

Node toned(Tone tone, Node node) {
  node.tone = tone;
  return node;
}

Node only_on_screen(Node node) {
  node.screen_only = true;
  return node;
}

Node only_in_print(Node node) {
  node.print_only = true;
  return node;
}

Node disabled(Node node) {
  node.disabled = true;
  for (Node& child : node.children) child = disabled(std::move(child));
  return node;
}

Node as_page_heading(Node node) {
  node.page_heading = true;
  return node;
}

Node make(Kind kind) {
  Node node;
  node.kind = kind;
  return node;
}

Node with_text(Kind kind, std::string text) {
  Node node = make(kind);
  node.text = std::move(text);
  return node;
}

Node with_label(Kind kind, std::string label) {
  Node node = make(kind);
  node.label = std::move(label);
  return node;
}

Node with_children(Kind kind, Nodes children) {
  Node node = make(kind);
  node.children = std::move(children);
  return node;
}

Node titled(Kind kind, std::string title, Nodes children) {
  Node node = with_label(kind, std::move(title));
  node.children = std::move(children);
  return node;
}

Node field_node(Kind kind, Field field) {
  Node node = with_label(kind, std::move(field.label));
  node.id = field.id.empty() ? field.name : std::move(field.id);
  node.key = field.name;
  node.name = std::move(field.name);
  node.hint = std::move(field.hint);
  node.error = std::move(field.error);
  node.value = std::move(field.value);
  node.autocomplete = std::move(field.autocomplete);
  node.input_mode = field.input_mode;
  node.width_chars = field.width_chars;
  node.page_heading = field.page_heading;
  node.inline_options = field.inline_options;
  return node;
}

Node option_node(Kind kind, std::string value, std::string label, std::string hint) {
  Node node = with_label(kind, std::move(label));
  node.key = value;
  node.value = std::move(value);
  node.hint = std::move(hint);
  return node;
}

Node choice_group(Kind kind, Field field, Nodes options) {
  const std::string chosen = std::exchange(field.value, {});
  Node node = field_node(kind, std::move(field));
  for (Node& option : options) {
    option.name = node.name;
    if (!chosen.empty() && option.value == chosen) option.checked = true;
  }
  node.children = std::move(options);
  return node;
}

}  // namespace sayso::document
