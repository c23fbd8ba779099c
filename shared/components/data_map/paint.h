// The data map: a "map" figure whose tables' rows are drawn as chips, with lines between.
#pragma once

#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

// A "map" figure as shared/screens/data_map.h makes it: tables, and one group for the council.
[[nodiscard]] bool is_data_map(const document::Node& node);
float paint_data_map(Composer& on, const document::Node& node, const std::string& path, Area area);

// What is drawn of it: a chip's ground, the council's block, what lies in a phone's gutter, and
// lines.
void draw_map_chip(const Drawing& now);
void draw_council_block(const Drawing& now);
void draw_channel_open(const Drawing& now);
void draw_channel_shut(const Drawing& now);
void draw_arrow_down(const Drawing& now);
void draw_flow_bend(const Drawing& now);
void draw_flow_curve(const Drawing& now);

}  // namespace sayso::paint
