#include "shared/components/data_map/paint_lines.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sayso::paint {
namespace {

constexpr float narrow = 260;  // below it every unit goes to the words
constexpr float thinnest = 2.5F;
constexpr float thickest = 20;
constexpr float council_beside = 176;
constexpr float gap_beside = 72;
constexpr float council_edge = 12;
constexpr int arc_steps = 6;
constexpr int curve_steps = 20;

Point between(Point a, Point b, float share) {
  return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

float distance(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

}  // namespace

// From the side of a chip (`start`) round a corner into the gutter's middle (`end`), and on from
// there to the box's lower edge; or up, where `end` is above.
std::vector<Point> bend_points(const Mark& mark, bool whole) {
  const float left = mark.box.x;
  const float right = mark.box.x + mark.box.width;
  const float down = mark.end >= mark.start ? 1.0F : -1.0F;
  const float radius = std::min(std::abs(mark.end - mark.start), mark.box.width);
  std::vector<Point> points = {{left, mark.start}};
  for (int i = 0; i <= arc_steps; ++i) {
    const float angle =
        std::numbers::pi_v<float> / 2 * static_cast<float>(i) / static_cast<float>(arc_steps);
    points.push_back({right - radius + radius * std::sin(angle),
                      mark.start + down * radius * (1 - std::cos(angle))});
  }
  if (whole) points.push_back({right, mark.on ? mark.box.y : mark.box.y + mark.box.height});
  if (mark.on) std::reverse(points.begin(), points.end());
  return points;
}

std::vector<Point> curve_points(const Mark& mark) {
  const Point from{mark.box.x, mark.start};
  const Point to{mark.box.x + mark.box.width, mark.end};
  std::vector<Point> points;
  for (int i = 0; i <= curve_steps; ++i) {
    const float t = static_cast<float>(i) / static_cast<float>(curve_steps);
    const float eased = t * t * (3 - 2 * t);
    points.push_back({from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * eased});
  }
  return points;
}

MapPlan plan_map(float width, bool desktop) {
  MapPlan plan;
  plan.beside = desktop;
  plan.padding = 12;
  if (desktop) {
    plan.gutter = gap_beside;
    plan.council_width = council_beside;
    plan.chip_width = (width - council_beside - 2 * gap_beside) / 2;
    plan.council_x = plan.chip_width + gap_beside;
    plan.uses_x = plan.council_x + council_beside + gap_beside;
    return plan;
  }
  plan.gutter = width < narrow ? 18 : 48;
  if (width < narrow) {
    plan.padding = 6;
    plan.most_kinds = 2;
  }
  plan.chip_width = std::max(width - plan.gutter, 1.0F);
  plan.channel = width - (width < narrow ? 6.0F : 12.0F);
  plan.council_width = width;
  return plan;
}

float line_thickness(int kinds) {
  return std::clamp(thinnest * static_cast<float>(kinds), thinnest, thickest);
}

float meeting_point(const Rect& block, std::size_t index, std::size_t count) {
  const float room = std::max(block.height - 2 * council_edge, 0.0F);
  const float share = (static_cast<float>(index) + 0.5F) / static_cast<float>(count);
  return block.y + council_edge + room * share;
}

float length_of(const std::vector<Point>& points) {
  float length = 0;
  for (std::size_t i = 1; i < points.size(); ++i) length += distance(points[i - 1], points[i]);
  return length;
}

std::vector<Point> part_of_line(const std::vector<Point>& points, float from, float to) {
  const float whole = length_of(points);
  const float first = from * whole;
  const float last = to * whole;
  std::vector<Point> part;
  float passed = 0;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const float step = distance(points[i - 1], points[i]);
    if (step > 0 && passed + step >= first && passed <= last) {
      if (part.empty())
        part.push_back(between(points[i - 1], points[i], std::max(0.0F, (first - passed) / step)));
      part.push_back(between(points[i - 1], points[i], std::min(1.0F, (last - passed) / step)));
    }
    passed += step;
  }
  return part;
}

}  // namespace sayso::paint
