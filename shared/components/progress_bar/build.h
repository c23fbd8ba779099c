// How far along something is.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node progress(std::string label, int percent);  // −1: how long is not known

}  // namespace sayso::document
