#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_inset(const Making& making) { return make_stack(making, "div", "inset"); }

}  // namespace sayso::document
