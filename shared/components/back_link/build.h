// The way back.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node back_link(std::string label, std::string href, std::string action = {});

}  // namespace sayso::document
