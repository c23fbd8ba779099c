#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_quote(const Making& making) { return make_stack(making, "blockquote", "quote"); }

}  // namespace sayso::document
