#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

// What it parts has headings or legends of its own: to who hears the page it would be one more word
// on the way.
Element make_separator(const Making& making) {
  Element element = make_own(making, "hr", "separator");
  set_attribute(element, "aria-hidden", "true");
  return element;
}

}  // namespace sayso::document
