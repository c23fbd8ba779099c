// The council's own wording.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node quote(Nodes children);

}  // namespace sayso::document
