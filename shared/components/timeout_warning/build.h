// Tells in time that a visit is about to end.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

// `text` says when, in words; `stay` and `leave` are buttons, and Escape stays.
[[nodiscard]] Node timeout_warning(std::string title, std::string text, Node stay, Node leave);

}  // namespace sayso::document
