// A link that stands alone, with room above and below its words.
#pragma once

#include "shared/paint/composer.h"

namespace sayso::paint {

float place_link(Composer& on, const document::Node& node, const std::string& path, Area area,
                 Manner manner, float padding);

}  // namespace sayso::paint
