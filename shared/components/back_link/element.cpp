#include <algorithm>
#include <string>

#include "shared/components/makers.h"
#include "shared/document/element_parts.h"

namespace sayso::document {

// Like a link; `hint` is said to screen readers alone.
Element make_back_link(const Making& making) {
  Element element = make_link(making);
  for (Attribute& attribute : element.attributes) {
    if (attribute.name == "class") attribute.value = "back-link";
  }
  return element;
}

}  // namespace sayso::document
