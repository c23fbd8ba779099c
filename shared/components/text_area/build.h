// Several lines of typing.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node text_area(Field field);

}  // namespace sayso::document
