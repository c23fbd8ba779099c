// A set of radios or of checkboxes, and one of them.
#pragma once

#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

float paint_choices(Composer& on, const document::Node& node, const std::string& path, Area area,
                    Manner manner);
// `draw`: the ring or the frame, and what tells that it is chosen.
float paint_option(Composer& on, const document::Node& node, const std::string& path, Area area,
                   Manner manner, Draw draw);

[[nodiscard]] Colour option_edge(const Drawing& now);
// What tells that an option is chosen.
[[nodiscard]] Colour option_inside(const Drawing& now);

}  // namespace sayso::paint
