// Summary lists, tables and figures.
#include <algorithm>
#include <numeric>

#include "shared/paint/composer.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::join_path;
using document::Node;
using document::Part;

namespace {

constexpr float caption_gap = 8;
constexpr float stacked_gap = 8;          // between the cells of a row on a phone
constexpr float value_gap = 8;            // between the blocks of a row's value
constexpr float most_for_actions = 0.3F;  // of a row's width; longer links go below the value
constexpr float header_rule = 2;

bool is_labelled(const Node& table) {
  for (const Node& row : table.children) {
    for (const Node& cell : row.children) {
      if (!cell.label.empty()) return true;
    }
  }
  return false;
}

// Nobody gets less than their share of the width unless they need less; what is left goes to those
// who need more.
std::vector<float> share_out(const std::vector<float>& wanted, float width) {
  std::vector<float> given(wanted.size(), 0);
  std::vector<bool> settled(wanted.size(), false);
  float left = width;
  std::size_t open = wanted.size();
  bool changed = true;
  while (changed && open > 0) {
    changed = false;
    const float share = left / static_cast<float>(open);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (settled[i] || wanted[i] > share) continue;
      given[i] = wanted[i];
      left -= wanted[i];
      settled[i] = true;
      --open;
      changed = true;
    }
  }
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!settled[i]) given[i] = left / static_cast<float>(open);
  }
  return given;
}

}  // namespace

float Composer::summary_list(const Node& node, const std::string& path, Area area, Manner manner) {
  const std::size_t self = begin_box(path, Part::Self, area);
  const float bottom = stack(node, path, area, manner);
  end_box(self, bottom);
  return bottom;
}

float Composer::summary_row(const Node& node, const std::string& path, Area area, Manner manner) {
  const std::size_t self = begin_box(path, Part::Self, area);
  const float top = area.y + metrics::row_padding;
  const Area inner{area.x, top, area.width};
  const float bottom =
      (tablet_ ? row_beside(node, path, inner, manner) : row_below(node, path, inner, manner)) +
      metrics::row_padding;
  mark(Shape::Rule, {area.x, bottom, area.width, metrics::row_rule}, path);
  end_box(self, bottom + metrics::row_rule);
  return bottom + metrics::row_rule;
}

// On a phone: key, value and links one below the other.
float Composer::row_below(const Node& node, const std::string& path, Area area, Manner manner) {
  const Type key = metrics::label_type_of(node, tablet_);
  area.y = single(path, Part::Label, node.label, key, manner.ink, area) + metrics::hint_gap;
  area.y = summary_value(node, path, area, manner);
  return actions_width(node) > 0 ? row_actions(node, path, area, manner) : area.y;
}

// Key, value and links side by side; links that would take too much stand below the value.
float Composer::row_beside(const Node& node, const std::string& path, Area area, Manner manner) {
  const Type key = metrics::label_type_of(node, tablet_);
  const float key_width = area.width * metrics::summary_key_share;
  const float actions = actions_width(node);
  const bool beside = actions > 0 && actions <= area.width * most_for_actions;
  const float key_bottom =
      single(path, Part::Label, node.label, key, manner.ink, {area.x, area.y, key_width});
  const float taken = key_width + metrics::cell_gap;
  Area value{area.x + taken, area.y, area.width - taken};
  if (beside) value.width -= actions + metrics::cell_gap;
  float bottom = summary_value(node, path, value, manner);
  if (beside) {
    const Area right{area.x + area.width - actions, area.y, actions + 1};
    bottom = std::max(bottom, row_actions(node, path, right, manner));
  } else if (actions > 0) {
    value.y = bottom + metrics::control_gap;
    bottom = row_actions(node, path, value, manner);
  }
  return std::max(key_bottom, bottom);
}

float Composer::summary_value(const Node& node, const std::string& path, Area area, Manner manner) {
  std::vector<InlineRun> runs;
  bool blocks = false;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& child = node.children[i];
    if (child.action_link || !is_painted(child)) continue;
    if (!flows(child.kind)) blocks = true;
    if (flows(child.kind)) {
      collect(child, join_path(path, key_of(node, i)), metrics::body, manner, runs);
    }
  }
  if (!blocks) return runs.empty() ? area.y : flow(runs, area, metrics::body).bottom;
  const Node* above = nullptr;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& child = node.children[i];
    if (child.action_link || !is_painted(child)) continue;
    if (above != nullptr) area.y += value_gap;
    area.y = place(child, join_path(path, key_of(node, i)), area, manner);
    above = &child;
  }
  return area.y;
}

float Composer::actions_width(const Node& node) const {
  float total = 0;
  for (const Node& child : node.children) {
    if (!child.action_link) continue;
    if (total > 0) total += metrics::cell_gap;
    total += width_of(child.label, metrics::type_of(child, tablet_));
  }
  return total;
}

// Links side by side, on the next line when there is no more room. On a phone each is a full
// target.
float Composer::row_actions(const Node& node, const std::string& path, Area area, Manner manner) {
  const float padding = tablet_ ? 0 : (metrics::target - metrics::body.line) / 2;
  float x = area.x;
  float bottom = area.y;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& child = node.children[i];
    if (!child.action_link || !is_painted(child)) continue;
    const float width = width_of(child.label, metrics::type_of(child, tablet_)) + 1;
    if (x > area.x && x + width > area.x + area.width + 1) {
      x = area.x;
      area.y = bottom;
    }
    const Area at{x, area.y, std::min(width, area.width)};
    bottom = std::max(bottom, link(child, join_path(path, key_of(node, i)), at, manner, padding));
    x += width + metrics::cell_gap;
  }
  return bottom;
}

float Composer::table(const Node& node, const std::string& path, Area area, Manner manner) {
  const std::size_t self = begin_box(path, Part::Self, area);
  float y = single(path, Part::Label, node.label, metrics::label_type_of(node, tablet_), manner.ink,
                   area);
  if (y > area.y) y += caption_gap;
  const bool stacked = !tablet_ && is_labelled(node);
  const std::vector<float> widths = column_widths(node, area.width);
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& row = node.children[i];
    if (!is_painted(row) || (stacked && row.header)) continue;
    const std::string child = join_path(path, key_of(node, i));
    const Area at{area.x, y, area.width};
    y = stacked ? stacked_row(row, child, at, manner) : table_row(row, child, at, manner, widths);
  }
  end_box(self, y);
  return y;
}

std::vector<float> Composer::column_widths(const Node& table, float width) const {
  std::vector<float> wanted;
  for (const Node& row : table.children) {
    wanted.resize(std::max(wanted.size(), row.children.size()), 1);
    for (std::size_t i = 0; i < row.children.size(); ++i) {
      const Node& cell = row.children[i];
      std::vector<InlineRun> runs;
      if (all_flow(cell.children)) collect(cell, {}, metrics::type_of(cell, tablet_), {}, runs);
      const float natural = runs.empty() ? width : natural_width(runs) + 1;
      wanted[i] = std::max(wanted[i], natural);
    }
  }
  if (wanted.empty()) return wanted;
  const auto count = static_cast<float>(wanted.size());
  const float room = std::max(width - (count - 1) * metrics::cell_gap, count);
  std::vector<float> given = share_out(wanted, room);
  const float used = std::accumulate(given.begin(), given.end(), 0.0F);
  for (float& column : given) column += (room - used) / count;
  return given;
}

float Composer::table_row(const Node& row, const std::string& path, Area area, Manner manner,
                          std::span<const float> widths) {
  const std::size_t self = begin_box(path, Part::Self, area);
  const float top = area.y + metrics::row_padding;
  float bottom = top;
  float x = area.x;
  for (std::size_t i = 0; i < row.children.size(); ++i) {
    const Node& cell = row.children[i];
    const Area at{x, top, widths[i]};
    bottom = std::max(bottom, text_block(cell, join_path(path, key_of(row, i)), at, manner,
                                         metrics::type_of(cell, tablet_)));
    x += widths[i] + metrics::cell_gap;
  }
  bottom += metrics::row_padding;
  const float rule = row.header ? header_rule : metrics::row_rule;
  mark(row.header ? Shape::StrongRule : Shape::Rule, {area.x, bottom, area.width, rule}, path);
  end_box(self, bottom + rule);
  return bottom + rule;
}

// On a phone a row is a short list: each cell below the heading of its column.
float Composer::stacked_row(const Node& row, const std::string& path, Area area, Manner manner) {
  const std::size_t self = begin_box(path, Part::Self, area);
  float y = area.y + metrics::row_padding;
  for (std::size_t i = 0; i < row.children.size(); ++i) {
    const Node& cell = row.children[i];
    if (i > 0) y += stacked_gap;
    y = single({}, Part::Label, cell.label, metrics::small, Ink::Muted, {area.x, y, area.width});
    y = text_block(cell, join_path(path, key_of(row, i)), {area.x, y, area.width}, manner,
                   metrics::type_of(cell, tablet_));
  }
  y += metrics::row_padding;
  mark(Shape::Rule, {area.x, y, area.width, metrics::row_rule}, path);
  end_box(self, y + metrics::row_rule);
  return y + metrics::row_rule;
}

float Composer::figure(const Node& node, const std::string& path, Area area, Manner manner) {
  const std::size_t self = begin_box(path, Part::Self, area);
  float y = area.y;
  if (node.figure == "qr" && !node.payload.empty()) {
    const float side = std::min(metrics::art, area.width);
    const Rect art{area.x, y, side, side};
    mark(Shape::Squares, art, path).payload = node.payload;
    y += side;
    end_box(begin_box(path, Part::Control, {art.x, art.y, side}), y);
    if (!node.label.empty()) y += caption_gap;
  }
  y = single(path, Part::Label, node.label, metrics::small, manner.ink, {area.x, y, area.width});
  if (!node.children.empty()) {
    if (y > area.y) y += caption_gap;
    y = stack(node, path, {area.x, y, area.width}, manner);
  }
  end_box(self, y);
  return y;
}

}  // namespace sayso::paint
