// A warning with its sign.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node warning(std::string text);

}  // namespace sayso::document
