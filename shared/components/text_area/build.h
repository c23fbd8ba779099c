// Several lines of typing.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node text_area(Field field);

// How much may be typed, and how what is left is told: "{n}" is the number.
struct Count {
  int most = 0;
  std::string left = {};  // "You have {n} characters left"
  std::string over = {};  // "You have {n} characters too many"
};
// More can be typed, and is told: nothing is cut short.
[[nodiscard]] Node counted_text_area(Field field, Count count);

}  // namespace sayso::document
