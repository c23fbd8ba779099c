// The native input of one line, for every component that has one.
#pragma once

#include "shared/components/field/element.h"

namespace sayso::document {

[[nodiscard]] Element make_input(const Making& making, const Described& field);

}  // namespace sayso::document
