// The classes of a style of text.
#pragma once

#include <string_view>

#include "shared/document/node.h"

namespace sayso::document {

[[nodiscard]] std::string_view style_classes(Style style);

}  // namespace sayso::document
