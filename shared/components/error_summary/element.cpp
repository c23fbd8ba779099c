#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

// The alert is inside of what takes the focus, so that it is spoken once.
Element make_error_summary(const Making& making) {
  Element element = make_own(making, "div", "error-summary");
  set_attribute(element, "tabindex", "-1");
  Element alert = make_bare("div", ".alert");
  set_attribute(alert, "role", "alert");
  alert.children.push_back(
      make_text("h2", ".label", "error-title", making.node.label, making, Part::Label));
  Element list = make_bare("ul", ".list", "error-list");
  for (std::size_t i = 0; i < making.node.children.size(); ++i) {
    Element item = make_bare("li", "." + key_of(making.node, i), "item");
    item.children.push_back(make_child(making, i));
    list.children.push_back(std::move(item));
  }
  alert.children.push_back(std::move(list));
  element.children.push_back(std::move(alert));
  return element;
}

}  // namespace sayso::document
