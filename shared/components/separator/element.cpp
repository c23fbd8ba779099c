#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_separator(const Making& making) { return make_own(making, "hr", "separator"); }

}  // namespace sayso::document
