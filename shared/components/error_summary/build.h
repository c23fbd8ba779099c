// What is wrong, above the page.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

// Links go to "#id" of the field at fault. Takes the id "error-summary", where focus goes.
[[nodiscard]] Node error_summary(std::string title, Nodes links);

}  // namespace sayso::document
