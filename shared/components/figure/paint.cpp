#include <algorithm>

#include "shared/components/data_map/paint.h"
#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::Node;
using document::Part;

namespace {

constexpr float caption_gap = 8;

// Black on white in every scheme: cameras expect that. A run of dark squares at a time.
void draw_squares(const Drawing& now) {
  constexpr Colour white{255, 255, 255, 255};
  constexpr Colour black{0, 0, 0, 255};
  constexpr float quiet = 4;
  const std::string& rows = now.mark.payload;
  const std::size_t across = std::min(rows.find(' '), rows.size());
  const float side = now.mark.box.width / (static_cast<float>(across) + 2 * quiet);
  now.canvas.fill(now.mark.box, white, 0);
  now.canvas.stroke(now.mark.box, now.theme.rule, now.scale, 0);
  std::size_t x = 0;
  std::size_t y = 0;
  std::size_t run = 0;
  const auto finish_run = [&] {
    if (run > 0) {
      now.canvas.fill({now.mark.box.x + (quiet + static_cast<float>(x - run)) * side,
                       now.mark.box.y + (quiet + static_cast<float>(y)) * side,
                       static_cast<float>(run) * side, side},
                      black, 0);
    }
    run = 0;
  };
  for (const char square : rows) {
    if (square == '1') {
      ++run;
      ++x;
      continue;
    }
    finish_run();
    if (square == ' ') {
      x = 0;
      ++y;
    } else {
      ++x;
    }
  }
  finish_run();
}

}  // namespace

float paint_figure(Composer& on, const Node& node, const std::string& path, Area area,
                   Manner manner) {
  if (is_data_map(node)) {
    if (!on.desktop()) area.width = on.readable(area.width);
    return paint_data_map(on, node, path, area);
  }
  area.width = on.readable(area.width);
  const std::size_t self = on.begin_box(path, Part::Self, area);
  float y = area.y;
  if (node.figure == "qr" && !node.payload.empty()) {
    const float side = std::min(metrics::art, area.width);
    const Rect art{area.x, y, side, side};
    on.mark(draw_squares, art, path).payload = node.payload;
    y += side;
    on.end_box(on.begin_box(path, Part::Control, {art.x, art.y, side}), y);
    if (!node.label.empty()) y += caption_gap;
  }
  y = on.single(path, Part::Label, node.label, metrics::small, manner.ink, {area.x, y, area.width});
  if (!node.children.empty()) {
    if (y > area.y) y += caption_gap;
    y = on.stack(node, path, {area.x, y, area.width}, manner);
  }
  on.end_box(self, y);
  return y;
}

}  // namespace sayso::paint
