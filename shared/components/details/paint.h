// What details draw.
#pragma once

#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

void draw_details_bar(const Drawing& now);

}  // namespace sayso::paint
