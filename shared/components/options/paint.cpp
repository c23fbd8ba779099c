#include <algorithm>

#include "shared/components/field/paint.h"
#include "shared/components/options/paint.h"
#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::join_path;
using document::Node;
using document::Part;

namespace {

float option_width(Composer& on, const Node& node) {
  const float words =
      std::max(on.width_of(node.label, metrics::body), on.width_of(node.hint, metrics::hint));
  return metrics::option_box + metrics::option_gap + words;
}

float options_in_row(Composer& on, const Node& node, const std::string& path, Area area,
                     Manner manner) {
  float bottom = area.y;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& child = node.children[i];
    // A hair more than the words need, so that they do not break where they just fit.
    const float width = option_width(on, child);
    const Area at{area.x, area.y, width + 1};
    bottom = std::max(bottom, on.place_kind(child, join_path(path, key_of(node, i)), at, manner));
    area.x += width + metrics::inline_option_gap;
  }
  return bottom;
}

float options(Composer& on, const Node& node, const std::string& path, Area area, Manner manner) {
  if (node.inline_options) {
    float total = 0;
    for (const Node& child : node.children) {
      total += option_width(on, child) + metrics::inline_option_gap;
    }
    if (total - metrics::inline_option_gap <= area.width) {
      return options_in_row(on, node, path, area, manner);
    }
  }
  return on.stack(node, path, area, manner);
}

// At least as high as a target, its words in the middle.
float option_label(Composer& on, const Node& node, const std::string& path, Area area, Ink ink) {
  const float indent = metrics::option_box + metrics::option_gap;
  const Area words{area.x + indent, area.y, std::max(area.width - indent, 1.0F)};
  InlineRun run;
  run.text = node.label;
  run.type = metrics::label_type_of(node, on.tablet());
  run.ink = ink;
  run.piece = on.begin_box(path, Part::Label, words);
  const Flowed flowed = on.flow({&run, 1}, words, run.type);
  const float bottom = std::max(flowed.bottom, area.y + metrics::target);
  Piece& label = on.out().pieces[run.piece];
  for (Line& line : label.lines) line.box.y += (bottom - flowed.bottom) / 2;
  // What can be pressed reaches from the control to a little past the words, without a gap.
  const float reach = std::min(indent + flowed.width + metrics::option_gap, area.width);
  label.box = {area.x + metrics::option_box, area.y, reach - metrics::option_box, bottom - area.y};
  return bottom;
}

}  // namespace

float paint_choices(Composer& on, const Node& node, const std::string& path, Area area,
                    Manner manner) {
  const Field field = begin_field(on, node, path, area, manner, Follows::Options);
  return end_field(on, node, field, options(on, node, path, field.inner, manner));
}

float paint_option(Composer& on, const Node& node, const std::string& path, Area area,
                   Manner manner, Draw draw) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  const std::size_t ring = on.out().marks.size();
  Mark& made = on.mark(draw, {}, path);
  made.on = node.checked;
  made.disabled = node.disabled;
  const std::size_t control = on.begin_box(path, Part::Control, area);
  const float indent = metrics::option_box + metrics::option_gap;
  const float bottom = option_label(on, node, path, area, node.disabled ? Ink::Muted : manner.ink);
  const float middle = (area.y + bottom) / 2;
  const Rect box{area.x, middle - metrics::option_box / 2, metrics::option_box,
                 metrics::option_box};
  on.out().marks[ring].box = box;
  on.out().pieces[control].box = box;
  const Area below{area.x + indent, bottom, std::max(area.width - indent, 1.0F)};
  const float end = on.single(path, Part::Hint, node.hint, metrics::hint, Ink::Muted, below);
  on.end_box(self, end);
  return end;
}

Colour option_edge(const Drawing& now) {
  if (now.state.focused) return now.theme.focus_ink;
  return now.mark.on && !now.mark.disabled ? now.theme.ink : now.theme.edge;
}

// What tells that an option is chosen.
Colour option_inside(const Drawing& now) {
  return now.mark.disabled ? now.theme.edge : now.theme.ink;
}

}  // namespace sayso::paint
