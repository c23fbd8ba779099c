// Headings.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

// A heading of level 1 is the page heading and takes the id "page-heading", where focus goes.
[[nodiscard]] Node heading(int level, std::string text);

}  // namespace sayso::document
