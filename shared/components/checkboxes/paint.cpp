#include <algorithm>
#include <array>

#include "shared/components/options/paint.h"
#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

using document::Node;

namespace {

void draw_checkbox(const Drawing& now) {
  const Rect box = now.mark.box;
  const Colour edge = option_edge(now);
  const float corner = now.corner();
  if (now.state.focused) {
    now.canvas.fill(grown(box, 2 * focus_ring * now.scale), now.theme.focus, corner + focus_ring);
    now.canvas.fill(grown(box, now.border()), now.theme.focus_ink, corner + now.border());
  } else if (now.state.hovered || now.state.pressed) {
    now.canvas.fill(grown(box, focus_ring * now.scale), mix(now.theme.wash, now.theme.edge, 3),
                    corner + focus_ring);
  }
  now.canvas.fill(box, now.theme.paper, corner);
  now.canvas.stroke(box, edge, now.border(), corner);
  if (!now.mark.on) return;
  const float unit = box.width / 40;
  const std::array<Point, 3> tick{Point{box.x + 10 * unit, box.y + 20.5F * unit},
                                  Point{box.x + 17.5F * unit, box.y + 28 * unit},
                                  Point{box.x + 30.5F * unit, box.y + 12.5F * unit}};
  now.canvas.polyline(tick, option_inside(now), 4.5F * unit);
}

}  // namespace

float paint_checkboxes(Composer& on, const Node& node, const std::string& path, Area area,
                       Manner manner) {
  return paint_choices(on, node, path, area, manner);
}

float paint_checkbox(Composer& on, const Node& node, const std::string& path, Area area,
                     Manner manner) {
  return paint_option(on, node, path, area, manner, draw_checkbox);
}

}  // namespace sayso::paint
