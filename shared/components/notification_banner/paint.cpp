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

void draw_banner_frame(const Drawing& now) {
  draw_frame(now, now.theme.wash, now.theme.brand, now.border());
}

}  // namespace

float paint_banner(Composer& on, const Node& node, const std::string& path, Area area, Manner) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  const std::size_t frame = on.out().marks.size();
  on.mark(draw_banner_frame, {area.x, area.y, area.width, 0}, path);
  const float padding = metrics::panel_padding + metrics::border;
  Area inner = inside(area, padding);
  const Manner manner = {};
  const float title = on.single(path, Part::Label, node.label,
                                metrics::label_type_of(node, on.tablet()), Ink::Brand, inner);
  if (title > inner.y && !node.children.empty()) inner.y = title + title_gap;
  inner.y = std::max(inner.y, title);
  const float bottom = on.stack(node, path, inner, manner) + padding;
  on.out().marks[frame].box.height = bottom - area.y;
  on.end_box(self, bottom);
  return bottom;
}

}  // namespace sayso::paint
