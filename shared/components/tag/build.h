// A short state, with the shape that tells it.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node tag(Tone tone, std::string text);

}  // namespace sayso::document
