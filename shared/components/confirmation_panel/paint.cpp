#include <algorithm>

#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::Node;
using document::Part;

namespace {

constexpr float title_gap = 16;  // below the title

void draw_panel_fill(const Drawing& now) {
  now.canvas.fill(now.mark.box, now.theme.brand, now.corner());
}

}  // namespace

float paint_panel(Composer& on, const Node& node, const std::string& path, Area area, Manner) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  const std::size_t frame = on.out().marks.size();
  on.mark(draw_panel_fill, {area.x, area.y, area.width, 0}, path);
  const float padding = metrics::panel_padding;
  Area inner = inside(area, padding);
  const Manner manner = {Ink::OnFill, true};
  const float title = on.single(path, Part::Label, node.label,
                                metrics::label_type_of(node, on.tablet()), Ink::OnFill, inner);
  if (title > inner.y && !node.children.empty()) inner.y = title + title_gap;
  inner.y = std::max(inner.y, title);
  const float bottom = on.stack(node, path, inner, manner) + padding;
  on.out().marks[frame].box.height = bottom - area.y;
  on.end_box(self, bottom);
  return bottom;
}

}  // namespace sayso::paint
