#include <algorithm>
#include <string>

#include "shared/base/check.h"
#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_heading(const Making& making) {
  CHECK(all_inline(making.node.children));
  const int level = making.node.level < 1 ? 2 : making.node.level > 3 ? 3 : making.node.level;
  const std::string tag = "h" + std::to_string(level);
  Element element = make_own(making, tag, "heading heading-" + std::to_string(level));
  if (level == 1) set_attribute(element, "tabindex", "-1");
  fill(element, making);
  return element;
}

}  // namespace sayso::document
