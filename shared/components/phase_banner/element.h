// How far the service has come.
#pragma once

#include "shared/document/element_parts.h"

namespace sayso::document {

[[nodiscard]] Element make_phase(const Frame& frame);

}  // namespace sayso::document
