// The shapes of the states.
#include <array>
#include <cmath>
#include <numbers>

#include "shared/paint/marks.h"

namespace sayso::paint {
namespace {

using document::Tone;

// Where the sign is drawn, in a box of 20 by 20.
struct Pen {
  Rect box;
  Canvas& canvas;

  [[nodiscard]] float unit() const { return box.width / 20; }
  [[nodiscard]] Point at(float x, float y) const {
    return {box.x + x * unit(), box.y + y * unit()};
  }
  [[nodiscard]] Point around(float radius, float turn) const {
    const float angle = turn * 2 * std::numbers::pi_v<float>;
    return at(10 + radius * std::cos(angle), 10 + radius * std::sin(angle));
  }
};

void draw_arc(const Pen& pen, float radius, float from, float to, Colour colour, float thickness) {
  std::array<Point, 17> points;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const float along = static_cast<float>(i) / static_cast<float>(points.size() - 1);
    points[i] = pen.around(radius, from + (to - from) * along);
  }
  pen.canvas.polyline(points, colour, thickness * pen.unit());
}

void draw_agreed(const Pen& pen, const Theme& theme) {
  pen.canvas.disc(pen.at(10, 10), 10 * pen.unit(), theme.agreed);
  const std::array<Point, 3> tick{pen.at(5.4F, 10.4F), pen.at(8.7F, 13.6F), pen.at(14.6F, 6.9F)};
  pen.canvas.polyline(tick, theme.on_fill, 2.4F * pen.unit());
}

void draw_refused(const Pen& pen, const Theme& theme) {
  pen.canvas.disc(pen.at(10, 10), 10 * pen.unit(), theme.refused);
  const std::array<Point, 2> bar{pen.at(5.2F, 10), pen.at(14.8F, 10)};
  pen.canvas.polyline(bar, theme.on_fill, 2.6F * pen.unit());
}

// A ring left open at the left; its head turns back, against the clock.
void draw_withdrawn(const Pen& pen, const Theme& theme) {
  draw_arc(pen, 7, 0.6F, 1.4F, theme.withdrawn, 2.4F);
  pen.canvas.triangle(pen.at(1.5F, 10.2F), pen.at(7.9F, 8.6F), pen.at(0.8F, 3.2F), theme.withdrawn);
}

void draw_not_asked(const Pen& pen, const Theme& theme) {
  constexpr int dashes = 8;
  for (int i = 0; i < dashes; ++i) {
    const float from = static_cast<float>(i) / dashes;
    draw_arc(pen, 8.8F, from, from + 0.55F / dashes, theme.muted, 2.2F);
  }
}

void draw_not_consent(const Pen& pen, const Theme& theme) {
  const Rect square{pen.box.x + 2 * pen.unit(), pen.box.y + 2 * pen.unit(), 16 * pen.unit(),
                    16 * pen.unit()};
  pen.canvas.stroke(square, theme.muted, 2.2F * pen.unit(), 2 * pen.unit());
}

}  // namespace

void draw_sign(Tone tone, Rect box, const Theme& theme, Canvas& canvas) {
  const Pen pen{box, canvas};
  switch (tone) {
    case Tone::Agreed:
      return draw_agreed(pen, theme);
    case Tone::Refused:
      return draw_refused(pen, theme);
    case Tone::Withdrawn:
      return draw_withdrawn(pen, theme);
    case Tone::NotAsked:
      return draw_not_asked(pen, theme);
    case Tone::NotConsent:
      return draw_not_consent(pen, theme);
    default:
      return;
  }
}

}  // namespace sayso::paint
