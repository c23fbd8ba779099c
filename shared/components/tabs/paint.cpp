#include <algorithm>
#include <vector>

#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::join_path;
using document::Node;
using document::Part;

namespace {

constexpr float padding = 16;

void draw_tab(const Drawing& now) {
  if (now.mark.on) {
    now.canvas.fill(now.mark.box, now.theme.brand, now.corner());
  } else {
    draw_frame(now, now.theme.wash, now.theme.edge, now.border());
  }
}

float put_tab(Composer& on, const Node& tab, const std::string& path, Area area) {
  const std::size_t fill = on.out().marks.size();
  Mark& mark = on.mark(draw_tab, {area.x, area.y, area.width, 0}, path);
  mark.on = tab.open;
  InlineRun run;
  run.text = tab.label;
  run.type = metrics::body_bold;
  run.ink = tab.open ? Ink::OnFill : Ink::Link;
  run.link = true;
  run.piece = on.begin_box(path, Part::Label, area);
  const float drop = (metrics::target - run.type.line) / 2;
  const Area words{area.x + padding, area.y + drop, std::max(area.width - 2 * padding, 1.0F)};
  const float bottom = on.flow({&run, 1}, words, run.type).bottom + drop;
  on.out().pieces[run.piece].underlined = !tab.open;
  on.out().marks[fill].box.height = bottom - area.y;
  on.end_box(run.piece, bottom);
  return bottom;
}

float put_tab_list(Composer& on, const Node& node, const std::string& path, Area area) {
  float x = area.x;
  float bottom = area.y;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& tab = node.children[i];
    const float width =
        std::min(on.width_of(tab.label, metrics::body_bold) + 2 * padding + 1, area.width);
    if (x > area.x && x + width > area.x + area.width) {
      x = area.x;
      area.y = bottom + 4;
    }
    bottom =
        std::max(bottom, put_tab(on, tab, join_path(path, key_of(node, i)), {x, area.y, width}));
    x += width + 4;
  }
  return bottom;
}

}  // namespace

float paint_tabs(Composer& on, const Node& node, const std::string& path, Area area,
                 Manner manner) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  float bottom = put_tab_list(on, node, path, area) + metrics::control_gap * 2;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (!node.children[i].open) continue;
    bottom = on.place(node.children[i], join_path(path, key_of(node, i)),
                      {area.x, bottom, area.width}, manner);
  }
  on.end_box(self, bottom);
  return bottom;
}

float paint_tab(Composer& on, const Node& node, const std::string& path, Area area, Manner manner) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  const float bottom = on.stack(node, path, area, manner);
  on.end_box(self, bottom);
  return bottom;
}

}  // namespace sayso::paint
