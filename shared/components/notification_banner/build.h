// A notification banner.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node banner(std::string title, Nodes children);

}  // namespace sayso::document
