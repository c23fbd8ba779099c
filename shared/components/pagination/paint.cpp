#include <algorithm>
#include <vector>

#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::join_path;
using document::Node;
using document::Part;

namespace {

constexpr float padding = 12;
constexpr float gap = 4;

void draw_current(const Drawing& now) {
  now.canvas.fill(now.mark.box, now.theme.brand, now.corner());
}

float put_page(Composer& on, const Node& page, const std::string& path, Area area) {
  if (page.checked) on.mark(draw_current, {area.x, area.y, area.width, metrics::target}, path);
  InlineRun run;
  run.text = page.label;
  run.type = metrics::body;
  run.type.bold = page.checked;
  run.ink = page.checked ? Ink::OnFill : Ink::Link;
  run.link = true;
  run.piece = on.begin_box(path, Part::Self, area);
  const float width = on.natural_width({&run, 1});
  const float drop = (metrics::target - run.type.line) / 2;
  const float indent = std::max((area.width - width) / 2, 0.0F);
  const float bottom =
      on.flow({&run, 1}, {area.x + indent, area.y + drop, std::max(area.width - indent, 1.0F)},
              run.type)
          .bottom +
      drop;
  on.out().pieces[run.piece].underlined = !page.checked;
  on.end_box(run.piece, bottom);
  return bottom;
}

}  // namespace

float paint_pagination(Composer& on, const Node& node, const std::string& path, Area area, Manner) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  float x = area.x;
  float top = area.y;
  float bottom = top;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& page = node.children[i];
    const metrics::Type type = page.checked ? metrics::body_bold : metrics::body;
    const float wanted = std::max(on.width_of(page.label, type) + 2 * padding + 1, metrics::target);
    const float width = std::min(wanted, area.width);
    if (x > area.x && x + width > area.x + area.width) {
      x = area.x;
      top = bottom + gap;
    }
    bottom =
        std::max(bottom, put_page(on, page, join_path(path, key_of(node, i)), {x, top, width}));
    x += width + gap;
  }
  on.end_box(self, bottom);
  return bottom;
}

}  // namespace sayso::paint
