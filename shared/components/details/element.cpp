#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_details(const Making& making) {
  Element element = make_own(making, "details", "details");
  if (making.node.open) set_attribute(element, "open", "");
  Element summary = make_bare("summary", ".summary", "summary");
  summary.path = making.path;
  summary.box_of = Part::Label;
  Element text =
      make_text("span", ".label", "summary-text", making.node.label, making, Part::Label);
  text.box_of.reset();
  summary.children.push_back(std::move(text));
  element.children.push_back(std::move(summary));
  Element body = make_bare("div", ".body", "details-body stack");
  add_children(body, making);
  element.children.push_back(std::move(body));
  return element;
}

}  // namespace sayso::document
