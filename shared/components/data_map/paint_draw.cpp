// The data map's lines: agreed solid, refused cut with a bar, withdrawn fading out towards its end,
// not asked dashed, not a matter of consent double. Each is told by its shape alone.
#include <algorithm>
#include <array>
#include <cmath>

#include "shared/components/data_map/paint.h"
#include "shared/components/data_map/paint_lines.h"
#include "shared/paint/marks.h"

namespace sayso::paint {
namespace {

namespace metrics = document::metrics;
using document::Tone;

constexpr float cut_at = 0.55F;  // of a line's length: how far a refused one comes
constexpr float bar_beyond = 5;  // of the bar, on each side of the line
constexpr float dash = 7;
constexpr float dash_gap = 5;
constexpr float bead = 6;
constexpr int fading_steps = 8;

struct MapDrawing : Drawing {
  [[nodiscard]] bool two_colours() const { return theme.agreed == theme.ink; }
  // Lines step back; where colours are few, they only get thinner.
  [[nodiscard]] Colour colour() const {
    const Colour own = colour_of(theme, mark.tone);
    return state.stepped_back && !two_colours() ? mix(own, theme.paper, 6) : own;
  }
  [[nodiscard]] float thickness() const {
    const float own = line_thickness(mark.number) * scale;
    return state.stepped_back && two_colours() ? own / 2 : own;
  }
};

void draw_part(const MapDrawing& now, const std::vector<Point>& points, float from, float to,
               Colour colour, float thickness) {
  const std::vector<Point> part = part_of_line(points, from, to);
  if (part.size() > 1) now.canvas.polyline(part, colour, thickness);
}

// The direction of the line at a share of its length, one long.
Point direction_at(const std::vector<Point>& points, float share) {
  const std::vector<Point> here =
      part_of_line(points, std::max(0.0F, share - 0.05F), std::min(1.0F, share + 0.05F));
  if (here.size() < 2) return {1, 0};
  const float x = here.back().x - here.front().x;
  const float y = here.back().y - here.front().y;
  const float length = std::max(std::hypot(x, y), 0.001F);
  return {x / length, y / length};
}

void draw_arrow(const MapDrawing& now, const std::vector<Point>& points) {
  const Point tip = points.back();
  const Point along = direction_at(points, 1);
  const float size = (4 + now.thickness() / now.scale / 2) * now.scale;
  const Point back{tip.x - along.x * size * 1.4F, tip.y - along.y * size * 1.4F};
  now.canvas.triangle(tip, {back.x - along.y * size, back.y + along.x * size},
                      {back.x + along.y * size, back.y - along.x * size}, now.colour());
}

void draw_refused(const MapDrawing& now, const std::vector<Point>& points) {
  draw_part(now, points, 0, cut_at, now.colour(), now.thickness());
  const std::vector<Point> reached = part_of_line(points, 0, cut_at);
  if (reached.empty()) return;
  const Point at = reached.back();
  const Point along = direction_at(points, cut_at);
  const float half = now.thickness() / 2 + bar_beyond * now.scale;
  const std::array<Point, 2> bar{Point{at.x - along.y * half, at.y + along.x * half},
                                 Point{at.x + along.y * half, at.y - along.x * half}};
  now.canvas.polyline(bar, now.colour(), 4 * now.scale);
}

void draw_withdrawn(const MapDrawing& now, const std::vector<Point>& points) {
  for (int i = 0; i < fading_steps; ++i) {
    const float from = static_cast<float>(i) / (fading_steps + 1);
    const float to = from + 0.65F / (fading_steps + 1);
    const int faded = now.two_colours() ? 0 : i;
    const float left = 1 - static_cast<float>(i) / fading_steps;
    draw_part(now, points, i == 0 ? 0 : from, to, mix(now.colour(), now.theme.paper, faded),
              std::max(now.thickness() * left, now.scale));
  }
}

void draw_not_asked(const MapDrawing& now, const std::vector<Point>& points) {
  const float length = length_of(points);
  const float step = (dash + dash_gap) * now.scale;
  for (float at = 0; at < length; at += step)
    draw_part(now, points, at / length, std::min(1.0F, (at + dash * now.scale) / length),
              now.colour(), now.thickness());
}

// Two lines, as far apart as they are thick.
void draw_double(const MapDrawing& now, const std::vector<Point>& points) {
  const float thick = std::max(now.thickness() / 2, 2 * now.scale);
  for (const float side : {-1.0F, 1.0F}) {
    std::vector<Point> moved = points;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const Point before = points[i == 0 ? 0 : i - 1];
      const Point after = points[std::min(i + 1, points.size() - 1)];
      const float length = std::max(std::hypot(after.x - before.x, after.y - before.y), 0.001F);
      moved[i].x -= (after.y - before.y) / length * thick * side;
      moved[i].y += (after.x - before.x) / length * thick * side;
    }
    now.canvas.polyline(moved, now.colour(), thick);
  }
}

// Once, as a line comes forward: what it is for.
void draw_bead(const MapDrawing& now, const std::vector<Point>& points) {
  if (!now.state.forward || now.state.moved >= 1) return;
  const std::vector<Point> passed = part_of_line(points, 0, now.state.moved);
  if (!passed.empty()) now.canvas.disc(passed.back(), bead * now.scale, now.theme.ink);
}

// `arrowed`: in the gutter of a phone lines join what goes down to the council, which has an arrow.
void draw_line(const MapDrawing& now, const std::vector<Point>& points, bool arrowed) {
  if (length_of(points) <= 0) return;
  switch (now.mark.tone) {
    case Tone::Refused:
      return draw_refused(now, points);
    case Tone::Withdrawn:
      return draw_withdrawn(now, points);
    case Tone::NotAsked:
      return draw_not_asked(now, points);
    case Tone::NotConsent:
      draw_double(now, points);
      break;
    default:
      now.canvas.polyline(points, now.colour(), now.thickness());
  }
  if (arrowed) draw_arrow(now, points);
  draw_bead(now, points);
}

}  // namespace

void draw_map_chip(const Drawing& drawing) {
  const MapDrawing now{drawing};
  const float corner = metrics::corner * now.scale;
  const float border = metrics::border * now.scale;
  now.canvas.fill(now.mark.box, now.theme.wash, corner);
  if (now.state.forward)
    now.canvas.stroke(now.mark.box, colour_of(now.theme, now.mark.tone), 1.5F * border, corner);
  else if (now.two_colours())
    now.canvas.stroke(now.mark.box, now.theme.edge, border, corner);
}

void draw_arrow_down(const Drawing& now) {
  const Rect& box = now.mark.box;
  now.canvas.triangle({box.x, box.y}, {box.x + box.width, box.y},
                      {box.x + box.width / 2, box.y + box.height}, now.theme.agreed);
}

void draw_council_block(const Drawing& now) {
  now.canvas.fill(now.mark.box, now.theme.brand, now.corner());
}

void draw_channel_open(const Drawing& now) {
  const bool few_colours = now.theme.agreed == now.theme.ink;
  const bool back = now.state.stepped_back && !few_colours;
  now.canvas.fill(now.mark.box, back ? mix(now.theme.agreed, now.theme.paper, 6) : now.theme.agreed,
                  0);
}
void draw_channel_shut(const Drawing& now) { now.canvas.fill(now.mark.box, now.theme.rule, 0); }

void draw_flow_bend(const Drawing& now) {
  const bool open = now.mark.tone == Tone::Agreed || now.mark.tone == Tone::NotConsent;
  draw_line({now}, bend_points(now.mark, now.state.forward && open), now.mark.on);
}

void draw_flow_curve(const Drawing& now) { draw_line({now}, curve_points(now.mark), true); }

}  // namespace sayso::paint
