#include <algorithm>

#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::Node;
using document::Part;

float paint_separator(Composer& on, const Node&, const std::string& path, Area area, Manner) {
  on.mark(draw_rule, {area.x, area.y, area.width, metrics::border}, path);
  on.end_box(on.begin_box(path, Part::Self, area), area.y + metrics::border);
  return area.y + metrics::border;
}

}  // namespace sayso::paint
