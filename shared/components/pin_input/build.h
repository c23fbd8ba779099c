// A PIN: digits that are not shown.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node pin_input(Field field);

}  // namespace sayso::document
