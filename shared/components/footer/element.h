// Links that stand below every page.
#pragma once

#include "shared/document/element_parts.h"

namespace sayso::document {

[[nodiscard]] Element make_footer(const Document& document, const Makers& makers);

}  // namespace sayso::document
