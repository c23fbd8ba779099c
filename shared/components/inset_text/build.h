// Text set apart by a bar.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node inset(Nodes children);

}  // namespace sayso::document
