#include <algorithm>
#include <array>

#include "shared/components/options/paint.h"
#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

using document::Node;

namespace {

void draw_radio(const Drawing& now) {
  const float radius = now.mark.box.width / 2;
  const Point centre = now.centre();
  const Colour edge = option_edge(now);
  if (now.state.focused) {
    now.canvas.disc(centre, radius + 2 * focus_ring * now.scale, now.theme.focus);
    now.canvas.disc(centre, radius + now.border(), now.theme.focus_ink);
  } else if (now.state.hovered || now.state.pressed) {
    now.canvas.disc(centre, radius + focus_ring * now.scale,
                    mix(now.theme.wash, now.theme.edge, 3));
  }
  now.canvas.disc(centre, radius, now.theme.paper);
  now.canvas.ring(centre, radius, edge, now.border());
  if (now.mark.on) now.canvas.disc(centre, radius / 2, option_inside(now));
}

}  // namespace

float paint_radios(Composer& on, const Node& node, const std::string& path, Area area,
                   Manner manner) {
  return paint_choices(on, node, path, area, manner);
}

float paint_radio(Composer& on, const Node& node, const std::string& path, Area area,
                  Manner manner) {
  return paint_option(on, node, path, area, manner, draw_radio);
}

}  // namespace sayso::paint
