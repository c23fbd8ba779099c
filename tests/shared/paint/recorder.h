// A canvas that remembers what was drawn, and how far down each thing reaches.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "shared/paint/canvas.h"

namespace sayso::paint {

struct Drawn {
  std::string what;
  Rect box;
  Colour colour;
  std::string text;
};

class Recorder final : public Canvas {
 public:
  std::vector<Drawn> drawn;

  void fill(Rect box, Colour colour, float) override { add("fill", box, colour); }
  void stroke(Rect box, Colour colour, float, float) override { add("stroke", box, colour); }
  void disc(Point at, float radius, Colour colour) override {
    add_round("disc", at, radius, colour);
  }
  void ring(Point at, float radius, Colour colour, float) override {
    add_round("ring", at, radius, colour);
  }
  void polyline(std::span<const Point> points, Colour colour, float) override {
    add_points("polyline", points, colour);
  }
  void triangle(Point a, Point b, Point c, Colour colour) override {
    const Point points[] = {a, b, c};
    add_points("triangle", points, colour);
  }
  void text(Point baseline, std::string_view run, float size, Weight, Colour colour) override {
    drawn.push_back(
        {"text",
         {baseline.x, baseline.y - size * 0.9F, static_cast<float>(run.size()), size * 1.2F},
         colour,
         std::string(run)});
  }

  [[nodiscard]] const Drawn* find_text(std::string_view words) const {
    for (const Drawn& one : drawn) {
      if (one.text == words) return &one;
    }
    return nullptr;
  }
  [[nodiscard]] std::size_t count(std::string_view what, Colour colour) const {
    return static_cast<std::size_t>(
        std::count_if(drawn.begin(), drawn.end(),
                      [&](const Drawn& one) { return one.what == what && one.colour == colour; }));
  }

 private:
  void add(const char* what, Rect box, Colour colour) { drawn.push_back({what, box, colour, {}}); }
  void add_round(const char* what, Point at, float radius, Colour colour) {
    add(what, {at.x - radius, at.y - radius, 2 * radius, 2 * radius}, colour);
  }
  void add_points(const char* what, std::span<const Point> points, Colour colour) {
    Rect box{points[0].x, points[0].y, 0, 0};
    for (const Point& point : points) {
      const float right = std::max(box.x + box.width, point.x);
      const float bottom = std::max(box.y + box.height, point.y);
      box.x = std::min(box.x, point.x);
      box.y = std::min(box.y, point.y);
      box.width = right - box.x;
      box.height = bottom - box.y;
    }
    add(what, box, colour);
  }
};

}  // namespace sayso::paint
