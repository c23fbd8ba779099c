#include <algorithm>

#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::Node;
using document::Part;
using document::Tone;

namespace {

Ink button_ink(const Node& node) {
  if (node.disabled) return Ink::Muted;
  return node.tone == Tone::Primary || node.tone == Tone::Caution ? Ink::OnFill : Ink::Brand;
}

void draw_focused_button(const Drawing& now) {
  const Rect box = now.mark.box;
  const float bar = metrics::focus_underline * now.scale;
  const Rect below{box.x, box.y + box.height / 2, box.width, box.height / 2 + bar};
  now.canvas.fill(below, now.theme.focus_ink, now.corner());
  now.canvas.fill(box, now.theme.focus, now.corner());
}

void draw_button_fill(const Drawing& now) {
  const Theme& theme = now.theme;
  if (now.state.focused) return draw_focused_button(now);
  if (now.mark.disabled) return draw_frame(now, theme.paper, theme.edge, now.border());
  const int pushed = now.state.pressed ? 4 : now.state.hovered ? 2 : 0;
  if (now.mark.tone == Tone::Primary || now.mark.tone == Tone::Caution) {
    const Colour fill = now.mark.tone == Tone::Primary ? theme.brand : theme.ink;
    return now.canvas.fill(now.mark.box, mix(fill, theme.edge, pushed), now.corner());
  }
  draw_frame(now, mix(theme.paper, theme.edge, pushed / 2), theme.brand, now.border());
}

}  // namespace

float paint_button(Composer& on, const Node& node, const std::string& path, Area area, Manner) {
  const bool primary = node.tone == Tone::Primary;
  const metrics::Type type = metrics::body_bold;
  const float around = 2 * (metrics::button_padding_x + metrics::border);
  const float limit = std::max(area.width - around, 1.0F);
  InlineRun run;
  run.text = node.label;
  run.type = type;
  run.ink = button_ink(node);
  const float natural = std::min(on.natural_width({&run, 1}), limit);
  const float width = on.tablet() ? std::min(area.width, natural + around) : area.width;
  const std::size_t fill = on.out().marks.size();
  Mark& made = on.mark(draw_button_fill, {area.x, area.y, width, 0}, path);
  made.tone = node.tone;
  made.disabled = node.disabled;
  run.piece = on.begin_box(path, Part::Self, {area.x, area.y, width});
  const Area words{area.x + (width - natural) / 2, area.y, natural};
  const float text_height = on.flow({&run, 1}, words, type).bottom - area.y;
  const float height = std::max(primary ? metrics::button_height : metrics::target,
                                text_height + 2 * (metrics::button_padding_y + metrics::border));
  Piece& piece = on.out().pieces[run.piece];
  piece.button = true;
  for (Line& line : piece.lines) {
    line.box.x += (natural - line.box.width) / 2;
    line.box.y += (height - text_height) / 2;
  }
  on.out().marks[fill].box.height = height;
  on.end_box(run.piece, area.y + height);
  return area.y + height;
}

}  // namespace sayso::paint
