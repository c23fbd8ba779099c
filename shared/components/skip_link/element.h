// Straight to the main part, for who goes by keyboard.
#pragma once

#include "shared/document/element_parts.h"

namespace sayso::document {

[[nodiscard]] Element make_skip_link(const Frame& frame);

}  // namespace sayso::document
