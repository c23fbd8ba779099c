#include <algorithm>
#include <vector>

#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::Node;
using document::Part;

namespace {

constexpr float dot = 12;
constexpr float indent = 32;

void draw_stem(const Drawing& now) { now.canvas.fill(now.mark.box, now.theme.edge, 0); }
void draw_dot(const Drawing& now) {
  now.canvas.disc(now.centre(), now.mark.box.width / 2, now.theme.brand);
}

}  // namespace

float paint_timeline(Composer& on, const Node& node, const std::string& path, Area area,
                     Manner manner) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  const std::size_t stem = on.out().marks.size();
  on.mark(draw_stem, {area.x + dot / 2 - 1, area.y + dot, 2, 0}, path);
  const float bottom = on.stack(node, path, area, manner);
  on.out().marks[stem].box.height = std::max(bottom - area.y - dot, 0.0F);
  on.end_box(self, bottom);
  return bottom;
}

float paint_timeline_event(Composer& on, const Node& node, const std::string& path, Area area,
                           Manner manner) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  const metrics::Type type = metrics::body_bold;
  on.mark(draw_dot, {area.x, area.y + (type.line - dot) / 2, dot, dot}, path);
  Area inner{area.x + indent, area.y, std::max(area.width - indent, 1.0F)};
  inner.y = on.single(path, Part::Label, node.label, type, manner.ink, inner);
  inner.y = on.single(path, Part::Hint, node.hint, metrics::hint, Ink::Muted, inner);
  if (!node.children.empty()) {
    inner.y += metrics::control_gap;
    inner.y = on.stack(node, path, inner, manner);
  }
  on.end_box(self, inner.y);
  return inner.y;
}

}  // namespace sayso::paint
