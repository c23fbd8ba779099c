// How every kind of node is painted: one function for each line of shared/document/kinds.def.
#pragma once

#include "shared/paint/composer.h"

namespace sayso::paint {

#define SAYSO_KIND(kind, functions, space, label, width)                                     \
  float paint_##functions(Composer& on, const document::Node& node, const std::string& path, \
                          Area area, Manner manner);
#include "shared/document/kinds.def"
#undef SAYSO_KIND

[[nodiscard]] const Painters& painters();

}  // namespace sayso::paint
