#include <algorithm>

#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::Node;
using document::Part;

namespace {

// How far along is not known: three blocks, so that nothing needs to move.
void draw_unknown_progress(const Drawing& now, Rect inner) {
  const float part = inner.width / 7;
  for (int i = 0; i < 3; ++i) {
    const float x = inner.x + part * static_cast<float>(1 + 2 * i);
    now.canvas.fill({x, inner.y, part, inner.height}, now.theme.brand, 0);
  }
}

void draw_progress_bar(const Drawing& now) {
  draw_frame(now, now.theme.wash, now.theme.edge, now.border());
  Rect inner = grown(now.mark.box, -2 * now.border());
  if (now.mark.number < 0) return draw_unknown_progress(now, inner);
  inner.width *= static_cast<float>(std::min(now.mark.number, 100)) / 100;
  if (inner.width > 0) now.canvas.fill(inner, now.theme.brand, now.corner() / 3);
}

}  // namespace

float paint_progress(Composer& on, const Node& node, const std::string& path, Area area,
                     Manner manner) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  float y = on.single(path, Part::Label, node.label, metrics::label_type_of(node, on.tablet()),
                      manner.ink, area);
  if (y > area.y) y += metrics::control_gap;
  on.mark(draw_progress_bar, {area.x, y, area.width, metrics::progress_height}, path).number =
      node.number;
  const std::size_t bar = on.begin_box(path, Part::Control, {area.x, y, area.width});
  on.end_box(bar, y + metrics::progress_height);
  on.end_box(self, y + metrics::progress_height);
  return y + metrics::progress_height;
}

}  // namespace sayso::paint
