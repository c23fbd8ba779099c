// A way out that works from the first byte.
#pragma once

#include "shared/document/element_parts.h"

namespace sayso::document {

[[nodiscard]] Element make_exit(const Frame& frame);

}  // namespace sayso::document
