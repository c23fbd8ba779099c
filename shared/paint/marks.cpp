#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;

Rect grown(Rect box, float by) {
  return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

void draw_frame(const Drawing& now, Colour inside, Colour edge, float thickness) {
  now.canvas.fill(now.mark.box, inside, now.corner());
  now.canvas.stroke(now.mark.box, edge, thickness, now.corner());
}

void draw_focus_box(const Drawing& now, Rect box, float corner) {
  const float ring = focus_ring * now.scale;
  now.canvas.fill(grown(box, 2 * ring), now.theme.focus, corner + 2 * ring);
  now.canvas.fill(grown(box, ring), now.theme.focus_ink, corner + ring);
}

void draw_rule(const Drawing& now) { now.canvas.fill(now.mark.box, now.theme.rule, 0); }
void draw_strong_rule(const Drawing& now) { now.canvas.fill(now.mark.box, now.theme.edge, 0); }

void draw_tag_fill(const Drawing& now) {
  if (now.theme.wash == now.theme.paper) return;
  now.canvas.fill(now.mark.box, now.theme.wash, now.corner());
}

void draw_tag_sign(const Drawing& now) {
  draw_sign(now.mark.tone, now.mark.box, now.theme, now.canvas);
}

Colour mix(Colour colour, Colour other, int tenths) {
  const auto blend = [tenths](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>((a * (10 - tenths) + b * tenths) / 10);
  };
  return {blend(colour.red, other.red), blend(colour.green, other.green),
          blend(colour.blue, other.blue), 255};
}

}  // namespace sayso::paint
