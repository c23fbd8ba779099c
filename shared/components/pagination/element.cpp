#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_pagination(const Making& making) {
  Element element = make_own(making, "nav", "pagination");
  set_unless_empty(element, "aria-label", making.node.label);
  Element list = make_bare("ul", ".list", "pagination-list");
  for (std::size_t i = 0; i < making.node.children.size(); ++i) {
    Element item = make_bare("li", "." + key_of(making.node, i), "pagination-item");
    Element page = make_child(making, i);
    if (making.node.children[i].checked) set_attribute(page, "aria-current", "page");
    item.children.push_back(std::move(page));
    list.children.push_back(std::move(item));
  }
  element.children.push_back(std::move(list));
  return element;
}

}  // namespace sayso::document
