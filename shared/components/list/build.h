// Lists.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node list(Nodes items);
[[nodiscard]] Node list(const std::vector<std::string>& items);
[[nodiscard]] Node numbered_list(Nodes items);
[[nodiscard]] Node item(std::string text);
[[nodiscard]] Node item(Nodes content);

}  // namespace sayso::document
