// What opens on request.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node details(std::string summary, Nodes children, bool open = false);

}  // namespace sayso::document
