// A question that has to be answered before going on.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

// Stands in Document::dialog, and is shown by the page itself in both views. Escape presses what
// has `cancel_action`, which should be one of its buttons'.
[[nodiscard]] Node dialog(std::string title, Nodes children, std::string cancel_action);

}  // namespace sayso::document
