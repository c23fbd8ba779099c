// Any of several.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node checkboxes(Field field, Nodes options);
[[nodiscard]] Node checkbox(std::string value, std::string label, bool checked = false,
                            std::string hint = {});

}  // namespace sayso::document
