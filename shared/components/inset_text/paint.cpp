#include <algorithm>

#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::Node;

namespace {

void draw_inset_bar(const Drawing& now) { now.canvas.fill(now.mark.box, now.theme.edge, 0); }

}  // namespace

float paint_inset(Composer& on, const Node& node, const std::string& path, Area area,
                  Manner manner) {
  const std::size_t bar = on.out().marks.size();
  on.mark(draw_inset_bar, {area.x, area.y, metrics::bar, 0}, path);
  const float padding = metrics::inset_padding;
  const float indent = metrics::bar + padding;
  const Area inner{area.x + indent, area.y + padding,
                   std::max(area.width - indent - padding, 1.0F)};
  const float bottom = on.text_block(node, path, inner, manner, metrics::body) + padding;
  on.out().marks[bar].box.height = bottom - area.y;
  return bottom;
}

}  // namespace sayso::paint
