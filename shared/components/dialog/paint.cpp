#include <algorithm>
#include <vector>

#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::Node;

// The page shows it, above everything.
float paint_dialog(Composer&, const Node&, const std::string&, Area area, Manner) { return area.y; }

}  // namespace sayso::paint
