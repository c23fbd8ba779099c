#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

// `hint` of a link is said to screen readers alone, after the text that is seen.
Element make_link(const Making& making) {
  const Node& node = making.node;
  const bool button = node.tone == Tone::Primary || node.tone == Tone::Secondary;
  Element element = make_own(making, "a", button ? "button" : "link");
  if (button) add_class(element, node.tone == Tone::Primary ? "primary" : "secondary");
  set_attribute(element, "href", safe_address(node.href));
  set_unless_empty(element, "data-action", node.action);
  if (!node.value.empty()) set_attribute(element, "download", node.value);
  if (node.href.substr(0, 4) == "http") set_attribute(element, "rel", "noreferrer");
  if (node.hint.empty()) {
    element.text = node.label;
    element.text_of = Part::Self;
    return element;
  }
  Element text = make_text("span", ".text", {}, node.label, making, Part::Self);
  text.box_of.reset();
  element.children.push_back(std::move(text));
  element.children.push_back(make_hidden_text(".hint", " " + node.hint));
  return element;
}

}  // namespace sayso::document
