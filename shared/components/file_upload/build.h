// Choosing a file.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node file_input(Field field);

}  // namespace sayso::document
