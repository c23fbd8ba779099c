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

namespace {

constexpr float value_gap = 8;            // between the blocks of a row's value
constexpr float most_for_actions = 0.3F;  // of a row's width; longer links go below the value

float actions_width(Composer& on, const Node& node) {
  float total = 0;
  for (const Node& child : node.children) {
    if (!child.action_link) continue;
    if (total > 0) total += metrics::cell_gap;
    total += on.width_of(child.label, metrics::type_of(child, on.tablet()));
  }
  return total;
}

// Links side by side, on the next line when there is no more room. On a phone each is a full
// target.
float row_actions(Composer& on, const Node& node, const std::string& path, Area area,
                  Manner manner) {
  const float padding = on.tablet() ? 0 : (metrics::target - metrics::body.line) / 2;
  float x = area.x;
  float bottom = area.y;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& child = node.children[i];
    if (!child.action_link || !is_painted(child)) continue;
    const float width = on.width_of(child.label, metrics::type_of(child, on.tablet())) + 1;
    if (x > area.x && x + width > area.x + area.width + 1) {
      x = area.x;
      area.y = bottom;
    }
    const Area at{x, area.y, std::min(width, area.width)};
    bottom = std::max(bottom,
                      place_link(on, child, join_path(path, key_of(node, i)), at, manner, padding));
    x += width + metrics::cell_gap;
  }
  return bottom;
}

float summary_value(Composer& on, const Node& node, const std::string& path, Area area,
                    Manner manner) {
  std::vector<InlineRun> runs;
  bool blocks = false;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& child = node.children[i];
    if (child.action_link || !is_painted(child)) continue;
    if (!flows(child.kind)) blocks = true;
    if (flows(child.kind)) {
      on.collect(child, join_path(path, key_of(node, i)), metrics::body, manner, runs);
    }
  }
  if (!blocks) return runs.empty() ? area.y : on.flow(runs, area, metrics::body).bottom;
  const Node* above = nullptr;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& child = node.children[i];
    if (child.action_link || !is_painted(child)) continue;
    if (above != nullptr) area.y += value_gap;
    area.y = on.place(child, join_path(path, key_of(node, i)), area, manner);
    above = &child;
  }
  return area.y;
}

// On a phone: key, value and links one below the other.
float row_below(Composer& on, const Node& node, const std::string& path, Area area, Manner manner) {
  const metrics::Type key = metrics::label_type_of(node, on.tablet());
  area.y = on.single(path, Part::Label, node.label, key, manner.ink, area) + metrics::hint_gap;
  area.y = summary_value(on, node, path, area, manner);
  return actions_width(on, node) > 0 ? row_actions(on, node, path, area, manner) : area.y;
}

// Key, value and links side by side; links that would take too much stand below the value.
float row_beside(Composer& on, const Node& node, const std::string& path, Area area,
                 Manner manner) {
  const metrics::Type key = metrics::label_type_of(node, on.tablet());
  const float key_width = area.width * metrics::summary_key_share;
  const float actions = actions_width(on, node);
  const bool beside = actions > 0 && actions <= area.width * most_for_actions;
  const float key_bottom =
      on.single(path, Part::Label, node.label, key, manner.ink, {area.x, area.y, key_width});
  const float taken = key_width + metrics::cell_gap;
  Area value{area.x + taken, area.y, area.width - taken};
  if (beside) value.width -= actions + metrics::cell_gap;
  float bottom = summary_value(on, node, path, value, manner);
  if (beside) {
    const Area right{area.x + area.width - actions, area.y, actions + 1};
    bottom = std::max(bottom, row_actions(on, node, path, right, manner));
  } else if (actions > 0) {
    value.y = bottom + metrics::control_gap;
    bottom = row_actions(on, node, path, value, manner);
  }
  return std::max(key_bottom, bottom);
}

}  // namespace

float paint_summary_list(Composer& on, const Node& node, const std::string& path, Area area,
                         Manner manner) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  const float bottom = on.stack(node, path, area, manner);
  on.end_box(self, bottom);
  return bottom;
}

float paint_summary_row(Composer& on, const Node& node, const std::string& path, Area area,
                        Manner manner) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  const float top = area.y + metrics::row_padding;
  const Area inner{area.x, top, area.width};
  const float bottom = (on.tablet() ? row_beside(on, node, path, inner, manner)
                                    : row_below(on, node, path, inner, manner)) +
                       metrics::row_padding;
  on.mark(draw_rule, {area.x, bottom, area.width, metrics::row_rule}, path);
  on.end_box(self, bottom + metrics::row_rule);
  return bottom + metrics::row_rule;
}

}  // namespace sayso::paint
