// Groups other nodes: sections, forms, groups and columns.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node section(std::string id, Nodes children);  // the id is its key too
[[nodiscard]] Node group(Nodes children);
[[nodiscard]] Node columns(Node first, Node second);
[[nodiscard]] Node form(std::string action, Nodes children, std::string post_address = {});

}  // namespace sayso::document
