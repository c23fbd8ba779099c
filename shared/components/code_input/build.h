// A code from a letter: letters and digits, in capitals.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node code_input(Field field);

}  // namespace sayso::document
