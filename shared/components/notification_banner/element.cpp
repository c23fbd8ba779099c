#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_banner(const Making& making) {
  Element element = make_titled(making, "banner", "banner-title", "h2");
  const std::string id = id_or_path(making);
  set_unless_empty(element, "id", making.node.id);
  set_attribute(element, "role", "region");
  set_attribute(element, "aria-labelledby", id + "-title");
  set_attribute(element.children.front(), "id", id + "-title");
  return element;
}

}  // namespace sayso::document
