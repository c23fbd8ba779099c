#include <algorithm>
#include <vector>

#include "shared/components/field/paint.h"
#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::Node;

float paint_select(Composer& on, const Node& node, const std::string& path, Area area,
                   Manner manner) {
  return paint_entry(on, node, path, area, manner, metrics::input_height);
}

// The page shows what can be chosen.
float paint_select_option(Composer&, const Node&, const std::string&, Area area, Manner) {
  return area.y;
}

}  // namespace sayso::paint
