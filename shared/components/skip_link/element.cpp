#include <algorithm>
#include <string>

#include "shared/components/skip_link/element.h"
#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_skip_link(const Frame& frame) {
  Element skip = make_leaf("a", ".skip", "skip-link", frame.skip_label);
  set_attribute(skip, "href", "#main");
  return skip;
}

}  // namespace sayso::document
