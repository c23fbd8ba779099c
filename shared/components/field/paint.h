// Label, hint and message of every field, and the room that its control has.
#pragma once

#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

// Draws the bar of a field that is at fault and places its texts; gives back where its control may
// stand. `choice`: options follow, which stand further off.
struct Field {
  std::size_t self = 0;
  std::size_t bar = 0;
  Area inner;
};
enum class Follows { Control, Options };
[[nodiscard]] Field begin_field(Composer& on, const document::Node& node, const std::string& path,
                                Area area, Manner manner, Follows follows);
float end_field(Composer& on, const document::Node& node, const Field& field, float bottom);

// The hole that the page's own control fills.
float entry_box(Composer& on, const document::Node& node, const std::string& path, Area area,
                float height);

// A whole field around a control of this height that the page shows itself.
float paint_entry(Composer& on, const document::Node& node, const std::string& path, Area area,
                  Manner manner, float height);

void draw_fault_bar(const Drawing& now);

}  // namespace sayso::paint
