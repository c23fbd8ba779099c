#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_button(const Making& making) {
  const Node& node = making.node;
  Element element = make_own(making, "button", "button");
  add_class(element, node.tone == Tone::Primary   ? "primary"
                     : node.tone == Tone::Caution ? "caution"
                                                  : "secondary");
  set_attribute(element, "type", node.action.empty() ? "submit" : "button");
  set_unless_empty(element, "data-action", node.action);
  set_unless_empty(element, "name", node.name);
  set_unless_empty(element, "value", node.value);
  if (node.disabled) set_attribute(element, "disabled", "");
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
