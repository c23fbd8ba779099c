#include "shared/document/element_parts.h"

#include <algorithm>

namespace sayso::document {

Element make_bare(std::string_view tag, std::string_view key, std::string_view classes) {
  Element element;
  element.tag = tag;
  element.key = key;
  set_unless_empty(element, "class", classes);
  return element;
}

Element make_element(const Node& node, std::string_view key, std::string_view parent_path,
                     const Frame& frame, const Makers& makers) {
  const Making making{node, std::string(key), join_path(parent_path, key), frame, makers};
  return makers[static_cast<std::size_t>(node.kind)](making);
}

Element make_leaf(std::string_view tag, std::string_view key, std::string_view classes,
                  std::string_view text) {
  Element element = make_bare(tag, key, classes);
  element.text = text;
  return element;
}

void set_attribute(Element& element, std::string_view name, std::string_view value) {
  element.attributes.push_back({std::string(name), std::string(value)});
}

void set_unless_empty(Element& element, std::string_view name, std::string_view value) {
  if (!value.empty()) set_attribute(element, name, value);
}

void add_class(Element& element, std::string_view name) {
  for (Attribute& attribute : element.attributes) {
    if (attribute.name != "class") continue;
    attribute.value += ' ';
    attribute.value += name;
    return;
  }
  set_attribute(element, "class", name);
}

Element make_text(std::string_view tag, std::string_view key, std::string_view classes,
                  std::string_view text, const Making& making, Part part) {
  Element element = make_bare(tag, key, classes);
  element.text = text;
  element.path = making.path;
  element.box_of = part;
  element.text_of = part;
  return element;
}

Element make_hidden_text(std::string_view key, std::string_view text) {
  Element element = make_bare("span", key, "visually-hidden");
  element.text = text;
  return element;
}

Element make_own(const Making& making, std::string_view tag, std::string_view classes, Id id) {
  const Node& node = making.node;
  Element element = make_bare(tag, making.key, classes);
  element.path = making.path;
  element.box_of = Part::Self;
  if (id == Id::Given) set_unless_empty(element, "id", node.id);
  set_unless_empty(element, "lang", node.language);
  if (node.direction == Direction::LeftToRight) set_attribute(element, "dir", "ltr");
  if (node.direction == Direction::RightToLeft) set_attribute(element, "dir", "rtl");
  if (node.screen_only) add_class(element, "screen-only");
  if (node.print_only) add_class(element, "print-only");
  return element;
}

Element make_child(const Making& making, std::size_t index) {
  return make_element(making.node.children[index], key_of(making.node, index), making.path,
                      making.frame, making.makers);
}

void add_children(Element& into, const Making& making) {
  for (std::size_t i = 0; i < making.node.children.size(); ++i) {
    into.children.push_back(make_child(making, i));
  }
}

void fill(Element& into, const Making& making) {
  const Node& node = making.node;
  if (node.children.empty()) {
    into.text = node.text;
    into.text_of = Part::Self;
    return;
  }
  if (!all_inline(node.children)) add_class(into, "stack");
  if (!node.text.empty()) {
    Element text = make_text("span", ".text", {}, node.text, making, Part::Self);
    text.box_of.reset();
    into.children.push_back(std::move(text));
  }
  add_children(into, making);
}

Element make_stack(const Making& making, std::string_view tag, std::string_view classes) {
  Element element = make_own(making, tag, classes);
  add_class(element, "stack");
  if (!making.node.text.empty()) {
    Element text = make_text("p", ".text", "paragraph", making.node.text, making, Part::Self);
    text.box_of.reset();
    element.children.push_back(std::move(text));
  }
  add_children(element, making);
  return element;
}

Element make_titled(const Making& making, std::string_view classes, std::string_view title_class,
                    std::string_view title_tag) {
  Element element = make_own(making, "div", classes, Id::Withheld);
  Element title =
      make_text(title_tag, ".label", title_class, making.node.label, making, Part::Label);
  element.children.push_back(std::move(title));
  Element body = make_bare("div", ".body", "stack");
  add_children(body, making);
  element.children.push_back(std::move(body));
  return element;
}

bool is_inline(Kind kind) { return kind == Kind::Span || kind == Kind::Link || kind == Kind::Tag; }

bool all_inline(const std::vector<Node>& children) {
  return std::all_of(children.begin(), children.end(),
                     [](const Node& child) { return is_inline(child.kind); });
}

std::string_view safe_address(std::string_view address) {
  const auto begins = [&](std::string_view with) { return address.substr(0, with.size()) == with; };
  for (const char letter : address) {
    const auto code = static_cast<unsigned char>(letter);
    if (code <= 0x20 || code == 0x7f || letter == '\\') return "#";
  }
  if (begins("#") || begins("https://") || begins("http://")) return address;
  if (begins("mailto:") || begins("tel:")) return address;
  if (begins("/") && !begins("//")) return address;
  return "#";
}

std::string id_or_path(const Making& making) {
  if (!making.node.id.empty()) return making.node.id;
  std::string id = making.path;
  std::replace(id.begin(), id.end(), '/', '.');
  return id;
}

}  // namespace sayso::document
