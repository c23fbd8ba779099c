#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_list(const Making& making) {
  Element element = make_own(making, making.node.ordered ? "ol" : "ul", "list");
  add_children(element, making);
  return element;
}

Element make_list_item(const Making& making) {
  Element element = make_own(making, "li", "item");
  fill(element, making);
  return element;
}

}  // namespace sayso::document
