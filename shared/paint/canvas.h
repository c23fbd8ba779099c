// The narrow port that paint draws through: a handful of plain shapes and runs of text.
// The first adapter is Dear ImGui's draw list; tests record what is drawn.
//
// Coordinates are CSS px from the top left corner of main, as laid out; the adapter moves them to
// its band, scales them to device pixels, and puts edges on whole ones.
#pragma once

#include <span>
#include <string_view>

#include "shared/paint/layout.h"
#include "shared/paint/theme.h"

namespace sayso::paint {

struct Point {
  float x = 0;
  float y = 0;
};

class Canvas {
 public:
  virtual ~Canvas() = default;
  virtual void fill(Rect box, Colour colour, float corner) = 0;
  // Stands within the box's edges.
  virtual void stroke(Rect box, Colour colour, float thickness, float corner) = 0;
  virtual void disc(Point centre, float radius, Colour colour) = 0;
  // `radius` to the outer edge.
  virtual void ring(Point centre, float radius, Colour colour, float thickness) = 0;
  // Open, with the thickness half on each side.
  virtual void polyline(std::span<const Point> points, Colour colour, float thickness) = 0;
  virtual void triangle(Point a, Point b, Point c, Colour colour) = 0;
  // `baseline` is where the first character stands.
  virtual void text(Point baseline, std::string_view run, float size, Weight weight,
                    Colour colour) = 0;
};

}  // namespace sayso::paint
