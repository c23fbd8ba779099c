#include <algorithm>

#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::Node;

namespace {

void draw_quote_fill(const Drawing& now) {
  const Theme& theme = now.theme;
  if (theme.wash == theme.paper) return draw_frame(now, theme.paper, theme.edge, now.border());
  now.canvas.fill(now.mark.box, theme.wash, now.corner());
}

}  // namespace

float paint_quote(Composer& on, const Node& node, const std::string& path, Area area, Manner) {
  const std::size_t fill = on.out().marks.size();
  on.mark(draw_quote_fill, {area.x, area.y, area.width, 0}, path);
  const Area inner = inside(area, metrics::padding_of(node.kind));
  const float bottom =
      on.text_block(node, path, inner, {}, metrics::body) + metrics::padding_of(node.kind);
  on.out().marks[fill].box.height = bottom - area.y;
  return bottom;
}

}  // namespace sayso::paint
