#include <algorithm>

#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::Node;

namespace {

void draw_warning_sign(const Drawing& now) {
  const Point centre = now.centre();
  const float radius = now.mark.box.width / 2;
  now.canvas.disc(centre, radius, now.theme.ink);
  const float half = radius * 0.13F;
  now.canvas.fill({centre.x - half, centre.y - radius * 0.52F, 2 * half, radius * 0.66F},
                  now.theme.paper, half * 0.6F);
  now.canvas.disc({centre.x, centre.y + radius * 0.44F}, half * 1.15F, now.theme.paper);
}

}  // namespace

float paint_warning(Composer& on, const Node& node, const std::string& path, Area area,
                    Manner manner) {
  const metrics::Type type = metrics::type_of(node, on.tablet());
  const float indent = metrics::warning_sign + 16;
  on.mark(draw_warning_sign, {area.x, area.y, metrics::warning_sign, metrics::warning_sign}, path);
  const float drop = (metrics::warning_sign - type.line) / 2;
  const Area words{area.x + indent, area.y + drop, std::max(area.width - indent, 1.0F)};
  const float bottom = on.text_block(node, path, words, manner, type);
  return std::max(bottom, area.y + metrics::warning_sign);
}

}  // namespace sayso::paint
