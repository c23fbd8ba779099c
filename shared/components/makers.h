// How every kind of node becomes elements: one function for each line of shared/document/kinds.def.
#pragma once

#include "shared/document/element_parts.h"

namespace sayso::document {

#define SAYSO_KIND(kind, functions, space, label, width) \
  [[nodiscard]] Element make_##functions(const Making& making);
#include "shared/document/kinds.def"
#undef SAYSO_KIND

[[nodiscard]] const Makers& makers();

}  // namespace sayso::document
