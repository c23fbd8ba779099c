// A line between two thoughts.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node separator();

}  // namespace sayso::document
