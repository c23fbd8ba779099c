// The panel that says it is done.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node panel(std::string title, Nodes children);

}  // namespace sayso::document
