// What happened, one thing after the other.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node timeline(Nodes events);
// `when` in words; the heading is of level 3.
[[nodiscard]] Node timeline_event(std::string what, std::string when, Nodes children);

}  // namespace sayso::document
