// One of a list that is too long for radios.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

// `field.value` is the value of what is chosen. Radios are better for up to ten.
[[nodiscard]] Node select(Field field, Nodes options);
[[nodiscard]] Node select_option(std::string value, std::string label);

}  // namespace sayso::document
