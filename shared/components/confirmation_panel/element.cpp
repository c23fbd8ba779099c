#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_panel(const Making& making) {
  const bool heading = making.node.page_heading;
  Element element = make_titled(making, "panel", "panel-title", heading ? "h1" : "h2");
  Element& title = element.children.front();
  set_unless_empty(title, "id", making.node.id);
  if (heading) set_attribute(title, "tabindex", "-1");
  return element;
}

}  // namespace sayso::document
