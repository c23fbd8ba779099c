// The data map's arithmetic: how its columns stand, and which way its lines run.
//
// On a phone the chips of a column leave a gutter at their right, in which lines gather and run
// down to the council's block and on from it. From 1024 px on sources, council and uses stand side
// by side, with curves between. Lengths are layout's.
#pragma once

#include <cstddef>
#include <vector>

#include "shared/paint/canvas.h"

namespace sayso::paint {

struct MapPlan {
  bool beside = false;
  float chip_width = 0;
  float gutter = 0;     // beside a chip, on a phone; between the columns otherwise
  float channel = 0;    // on a phone: x of the lines' middle, from the map's left
  float council_x = 0;  // from the map's left
  float council_width = 0;
  float uses_x = 0;
  int most_kinds = 8;  // that thickness tells apart
  float padding = 0;   // inside a chip
};

[[nodiscard]] MapPlan plan_map(float width, bool desktop);

// Grows with the kinds of information that a line may carry, up to what the gutter can hold.
// 0 = not known: the thinnest.
[[nodiscard]] float line_thickness(int kinds);

// Where `count` lines meet one side of a block, from top to bottom.
[[nodiscard]] float meeting_point(const Rect& block, std::size_t index, std::size_t count);

// A line of the map in the direction in which information would go, as points of a polyline.
// A bend: in the gutter, from a chip and down (`on`: down and to a chip). `whole`: on a phone all
// the way to the council, or from it. curve_points: between columns.
[[nodiscard]] std::vector<Point> bend_points(const Mark& mark, bool whole);
[[nodiscard]] std::vector<Point> curve_points(const Mark& mark);

// The part of a polyline between two shares of its length, 0 to 1.
[[nodiscard]] std::vector<Point> part_of_line(const std::vector<Point>& points, float from,
                                              float to);
[[nodiscard]] float length_of(const std::vector<Point>& points);

}  // namespace sayso::paint
