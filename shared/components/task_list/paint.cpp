#include <algorithm>
#include <vector>

#include "shared/components/link/paint.h"
#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::join_path;
using document::Node;
using document::Part;

float paint_task_list(Composer& on, const Node& node, const std::string& path, Area area,
                      Manner manner) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  const float bottom = on.stack(node, path, area, manner);
  on.end_box(self, bottom);
  return bottom;
}

// Name and hint, with the state at their right, or below them on a phone.
float paint_task(Composer& on, const Node& node, const std::string& path, Area area,
                 Manner manner) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  std::vector<InlineRun> status;
  const std::string status_path = join_path(path, key_of(node, 1));
  on.collect(node.children[1], status_path, metrics::small_bold, manner, status);
  const float status_width = on.natural_width(status) + 1;
  const float top = area.y + metrics::row_padding / 2;
  const float name_width = on.tablet() ? area.width - status_width - metrics::cell_gap : area.width;
  const Area words{area.x, top, std::max(name_width, 1.0F)};
  const float padding = (metrics::target - metrics::body.line) / 2;
  const Node& name = node.children[0];
  const std::string name_path = join_path(path, key_of(node, 0));
  float y = name.kind == document::Kind::Link
                ? place_link(on, name, name_path, words, manner, padding)
                : on.text_block(name, name_path, {words.x, top + padding, words.width},
                                {Ink::Muted, false}, metrics::body) +
                      padding;
  y = on.single(path, Part::Hint, node.hint, metrics::hint, Ink::Muted, {area.x, y, words.width});
  const float drop = (metrics::target - metrics::tag_height) / 2;
  // A tag is higher than its line.
  const float reach = (metrics::tag_height - metrics::small_bold.line) / 2;
  const Area side = on.tablet() ? Area{area.x + area.width - status_width, top + drop, status_width}
                                : Area{area.x, y + (node.hint.empty() ? 0 : 2 * reach), area.width};
  const float below = on.flow(status, side, metrics::small_bold).bottom;
  y = std::max(y, on.tablet() ? below : below + 2 * reach) + metrics::row_padding / 2;
  on.mark(draw_rule, {area.x, y, area.width, metrics::row_rule}, path);
  on.end_box(self, y + metrics::row_rule);
  return y + metrics::row_rule;
}

}  // namespace sayso::paint
