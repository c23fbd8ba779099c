#include <algorithm>

#include "shared/components/details/paint.h"
#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::Node;
using document::Part;

namespace {

constexpr float body_gap = 8;  // between a Details' summary and what it opens

void draw_details_arrow(const Drawing& now) {
  const Rect box = now.mark.box;
  const Point middle{box.x + box.height * 0.33F, box.y + box.height / 2};
  const float reach = box.height * 0.26F;
  const Colour colour = now.state.focused ? now.theme.focus_ink : now.theme.link;
  if (now.mark.on) {
    now.canvas.triangle({middle.x - reach, middle.y - reach * 0.6F},
                        {middle.x + reach, middle.y - reach * 0.6F},
                        {middle.x, middle.y + reach * 0.8F}, colour);
  } else {
    now.canvas.triangle({middle.x - reach * 0.6F, middle.y - reach},
                        {middle.x + reach * 0.8F, middle.y},
                        {middle.x - reach * 0.6F, middle.y + reach}, colour);
  }
}

}  // namespace

void draw_details_bar(const Drawing& now) { now.canvas.fill(now.mark.box, now.theme.rule, 0); }

float paint_details(Composer& on, const Node& node, const std::string& path, Area area,
                    Manner manner) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  const metrics::Type type = metrics::label_type_of(node, on.tablet());
  const float drop = (metrics::target - type.line) / 2;
  InlineRun run;
  run.text = node.label;
  run.type = type;
  run.ink = manner.on_fill ? Ink::OnFill : Ink::Link;
  run.link = true;
  run.piece = on.begin_box(path, Part::Label, area);
  const Area words{area.x + metrics::summary_sign, area.y + drop,
                   std::max(area.width - metrics::summary_sign, 1.0F)};
  const Flowed flowed = on.flow({&run, 1}, words, type);
  float bottom = std::max(flowed.bottom + drop, area.y + metrics::target);
  Piece& summary = on.out().pieces[run.piece];
  summary.box = {area.x, area.y, metrics::summary_sign + flowed.width, bottom - area.y};
  on.mark(draw_details_arrow, {area.x, area.y + drop, metrics::summary_sign, type.line}, path).on =
      node.open;
  if (node.open) {
    const float top = bottom + body_gap;
    const std::size_t bar = on.out().marks.size();
    on.mark(draw_details_bar, {area.x, top, metrics::bar, 0}, path);
    const float indent = metrics::bar + metrics::inset_padding;
    const Area inner{area.x + indent, top + metrics::inset_padding,
                     std::max(area.width - indent - metrics::inset_padding, 1.0F)};
    bottom = on.stack(node, path, inner, manner) + metrics::inset_padding;
    on.out().marks[bar].box.height = bottom - top;
  }
  on.end_box(self, bottom);
  return bottom;
}

}  // namespace sayso::paint
