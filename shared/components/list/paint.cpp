#include <algorithm>

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

constexpr float bullet = 6;
constexpr float marker_gap = 8;

void draw_bullet(const Drawing& now) {
  now.canvas.disc(now.centre(), now.mark.box.width / 2,
                  now.mark.on ? now.theme.on_fill : now.theme.ink);
}

void list_marker(Composer& on, const Node& list, std::size_t number, Area area, Manner manner) {
  if (!list.ordered) {
    const float y = area.y + (metrics::body.line - bullet) / 2 + 1;
    Mark& dot = on.mark(draw_bullet, {area.x - metrics::list_indent + bullet, y, bullet, bullet});
    dot.on = manner.on_fill;
    return;
  }
  const std::string text = std::to_string(number) + ".";
  const float width = on.width_of(text, metrics::body);
  const std::size_t piece =
      on.begin_box({}, Part::Self, {area.x - marker_gap - width, area.y, width});
  Piece& made = on.out().pieces[piece];
  made.text = text;
  made.ink = manner.ink;
  made.box.height = metrics::body.line;
  made.lines.push_back({0, static_cast<std::uint32_t>(text.size()), made.box});
}

}  // namespace

float paint_list(Composer& on, const Node& node, const std::string& path, Area area,
                 Manner manner) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  float indent = metrics::list_indent;
  if (node.ordered) {
    const std::string widest = std::to_string(node.children.size()) + ".";
    indent = std::max(indent, on.width_of(widest, metrics::body) + marker_gap);
  }
  const Area inner{area.x + indent, area.y, std::max(area.width - indent, 1.0F)};
  float y = area.y;
  std::size_t number = 0;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& child = node.children[i];
    if (!is_painted(child)) continue;
    if (number > 0) y += metrics::space_above(child);
    const Area at{inner.x, y, inner.width};
    if (child.kind == Kind::ListItem) list_marker(on, node, number + 1, at, manner);
    y = on.place_kind(child, join_path(path, key_of(node, i)), at, manner);
    ++number;
  }
  on.end_box(self, y);
  return y;
}

float paint_list_item(Composer& on, const Node& node, const std::string& path, Area area,
                      Manner manner) {
  return on.text_block(node, path, area, manner, metrics::type_of(node, on.tablet()));
}

}  // namespace sayso::paint
