// The thin band above every page.
#pragma once

#include "shared/document/element_parts.h"

namespace sayso::document {

[[nodiscard]] Element make_header(const Document& document);

}  // namespace sayso::document
