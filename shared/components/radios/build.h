// One of several.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

// The option whose value is field.value is checked; none is when it is empty. Options take the
// group's name; their key is their value.
[[nodiscard]] Node radios(Field field, Nodes options);
[[nodiscard]] Node radio(std::string value, std::string label, std::string hint = {});

}  // namespace sayso::document
