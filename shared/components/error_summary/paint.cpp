#include <algorithm>

#include "shared/components/link/paint.h"
#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::join_path;
using document::Kind;
using document::Node;
using document::Part;

namespace {

constexpr float title_gap = 16;
constexpr float error_gap = 8;  // between the links of an error summary

void draw_fault_frame(const Drawing& now) {
  if (now.state.focused) draw_focus_box(now, now.mark.box, now.corner());
  draw_frame(now, now.theme.paper, now.theme.error, 2 * now.border());
}

}  // namespace

float paint_error_summary(Composer& on, const Node& node, const std::string& path, Area area,
                          Manner) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  const std::size_t frame = on.out().marks.size();
  on.mark(draw_fault_frame, {area.x, area.y, area.width, 0}, path);
  const float padding = metrics::panel_padding + 2 * metrics::border;
  Area inner = inside(area, padding);
  inner.y = on.single(path, Part::Label, node.label, metrics::label_type_of(node, on.tablet()),
                      Ink::Text, inner) +
            title_gap;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) inner.y += error_gap;
    const std::size_t first = on.out().pieces.size();
    Node child = node.children[i];
    child.style = document::Style::Strong;
    const std::string child_path = join_path(path, key_of(node, i));
    inner.y = child.kind == Kind::Link ? place_link(on, child, child_path, inner, {}, 0)
                                       : on.place(child, child_path, inner, {});
    for (std::size_t piece = first; piece < on.out().pieces.size(); ++piece) {
      if (on.out().pieces[piece].link) on.out().pieces[piece].ink = Ink::Fault;
    }
  }
  const float bottom = inner.y + padding;
  on.out().marks[frame].box.height = bottom - area.y;
  on.end_box(self, bottom);
  return bottom;
}

}  // namespace sayso::paint
