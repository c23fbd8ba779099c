// Tells in time that a visit is about to end.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

// `content` says when, in words, and what then; `stay` and `leave` are buttons, and Escape stays.
[[nodiscard]] Node timeout_warning(std::string title, Nodes content, Node stay, Node leave);

}  // namespace sayso::document
