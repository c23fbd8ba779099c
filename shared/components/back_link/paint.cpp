#include <algorithm>
#include <array>

#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::Node;
using document::Part;

namespace {

constexpr float back_arrow = 16;

void draw_back_arrow(const Drawing& now) {
  const Rect box = now.mark.box;
  const float y = box.y + box.height / 2;
  const float reach = box.height * 0.2F;
  const std::array<Point, 3> arrow{Point{box.x + reach * 1.8F, y - reach},
                                   Point{box.x + reach * 0.8F, y},
                                   Point{box.x + reach * 1.8F, y + reach}};
  now.canvas.polyline(arrow, now.theme.ink, now.border());
}

}  // namespace

float paint_back_link(Composer& on, const Node& node, const std::string& path, Area area, Manner) {
  const metrics::Type type = metrics::type_of(node, on.tablet());
  InlineRun run;
  run.text = node.label;
  run.type = type;
  run.link = true;
  run.piece = on.begin_box(path, Part::Self, area);
  on.mark(draw_back_arrow, {area.x, area.y, back_arrow, type.line}, path);
  const Area words{area.x + back_arrow, area.y, std::max(area.width - back_arrow, 1.0F)};
  const Flowed flowed = on.flow({&run, 1}, words, type);
  on.out().pieces[run.piece].box.width = back_arrow + flowed.width;
  on.end_box(run.piece, flowed.bottom);
  return flowed.bottom;
}

}  // namespace sayso::paint
