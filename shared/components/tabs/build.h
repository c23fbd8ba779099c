// Sections of which one is seen at a time; without script a list of links and all sections.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

// Of the tabs the one with `open` is seen, or the first.
[[nodiscard]] Node tabs(std::string label, Nodes tabs);
[[nodiscard]] Node tab(std::string id, std::string label, std::string action, Nodes children);

}  // namespace sayso::document
