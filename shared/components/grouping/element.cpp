#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

// Without script a form posts to its address: what is in it must never end up in the browser's
// history.
Element make_form(const Making& making) {
  Element element = make_stack(making, "form", "form");
  set_attribute(element, "method", "post");
  if (!making.node.href.empty()) set_attribute(element, "action", safe_address(making.node.href));
  set_unless_empty(element, "data-action", making.node.action);
  set_attribute(element, "novalidate", "");
  return element;
}

Element make_section(const Making& making) { return make_stack(making, "section", "section"); }

Element make_group(const Making& making) { return make_stack(making, "div", "group"); }

Element make_columns(const Making& making) {
  Element element = make_own(making, "div", "columns");
  add_children(element, making);
  return element;
}

}  // namespace sayso::document
