#include <algorithm>
#include <numeric>
#include <span>
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

constexpr float caption_gap = 8;
constexpr float stacked_gap = 8;  // between the cells of a row on a phone
constexpr float header_rule = 2;
constexpr float sort_gap = 8;  // from the words to the arrow that tells how a column is sorted
constexpr float sort_sign = 12;

bool is_labelled(const Node& table) {
  for (const Node& row : table.children) {
    for (const Node& cell : row.children) {
      if (!cell.label.empty()) return true;
    }
  }
  return false;
}

// Its headings are needed even where rows are stacked.
bool is_sortable(const Node& row) {
  return std::any_of(row.children.begin(), row.children.end(),
                     [](const Node& cell) { return !cell.value.empty(); });
}

bool is_sorted(const Node& cell) { return cell.value == "ascending" || cell.value == "descending"; }

float sign_room(const Node& cell) { return is_sorted(cell) ? sort_gap + sort_sign : 0; }

// An arrowhead, up for ascending.
void draw_sort_sign(const Drawing& now) {
  const Point middle = now.centre();
  const float half = now.mark.box.width / 2;
  const float tip = now.mark.on ? -half * 0.8F : half * 0.8F;
  now.canvas.triangle({middle.x - half, middle.y - tip}, {middle.x + half, middle.y - tip},
                      {middle.x, middle.y + tip}, now.theme.ink);
}

float cell_words(Composer& on, const Node& cell, const std::string& path, Area area,
                 Manner manner) {
  const std::size_t first = on.out().pieces.size();
  area.width = std::max(area.width - sign_room(cell), 1.0F);
  const float bottom = on.text_block(cell, path, area, manner, metrics::type_of(cell, on.tablet()));
  if (!is_sorted(cell)) return bottom;
  const auto& pieces = on.out().pieces;
  for (std::size_t i = pieces.size(); i-- > first;) {
    if (pieces[i].lines.empty()) continue;
    const Rect line = pieces[i].lines.back().box;
    on.mark(draw_sort_sign, {line.x + line.width + sort_gap, line.y, sort_sign, line.height}, path)
        .on = cell.value == "ascending";
    break;
  }
  return bottom;
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

std::vector<float> column_widths(Composer& on, const Node& table, float width) {
  std::vector<float> wanted;
  for (const Node& row : table.children) {
    wanted.resize(std::max(wanted.size(), row.children.size()), 1);
    for (std::size_t i = 0; i < row.children.size(); ++i) {
      const Node& cell = row.children[i];
      std::vector<InlineRun> runs;
      if (all_flow(cell.children))
        on.collect(cell, {}, metrics::type_of(cell, on.tablet()), {}, runs);
      const float natural = runs.empty() ? width : on.natural_width(runs) + sign_room(cell) + 1;
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

float table_row(Composer& on, const Node& row, const std::string& path, Area area, Manner manner,
                std::span<const float> widths) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  const float top = area.y + metrics::row_padding;
  float bottom = top;
  float x = area.x;
  for (std::size_t i = 0; i < row.children.size(); ++i) {
    const Node& cell = row.children[i];
    const Area at{x, top, widths[i]};
    bottom = std::max(bottom, cell_words(on, cell, join_path(path, key_of(row, i)), at, manner));
    x += widths[i] + metrics::cell_gap;
  }
  bottom += metrics::row_padding;
  const float rule = row.header ? header_rule : metrics::row_rule;
  on.mark(row.header ? draw_strong_rule : draw_rule, {area.x, bottom, area.width, rule}, path);
  on.end_box(self, bottom + rule);
  return bottom + rule;
}

// On a phone a row is a short list: each cell below the heading of its column.
float stacked_row(Composer& on, const Node& row, const std::string& path, Area area,
                  Manner manner) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  float y = area.y + metrics::row_padding;
  for (std::size_t i = 0; i < row.children.size(); ++i) {
    const Node& cell = row.children[i];
    if (i > 0) y += stacked_gap;
    y = on.single({}, Part::Label, cell.label, metrics::small, Ink::Muted, {area.x, y, area.width});
    y = cell_words(on, cell, join_path(path, key_of(row, i)), {area.x, y, area.width}, manner);
  }
  y += metrics::row_padding;
  on.mark(draw_rule, {area.x, y, area.width, metrics::row_rule}, path);
  on.end_box(self, y + metrics::row_rule);
  return y + metrics::row_rule;
}

}  // namespace

float paint_table(Composer& on, const Node& node, const std::string& path, Area area,
                  Manner manner) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  float y = on.single(path, Part::Label, node.label, metrics::label_type_of(node, on.tablet()),
                      manner.ink, area);
  if (y > area.y) y += caption_gap;
  const bool stacked = !on.tablet() && is_labelled(node);
  const std::vector<float> widths = column_widths(on, node, area.width);
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& row = node.children[i];
    if (!is_painted(row) || (stacked && row.header && !is_sortable(row))) continue;
    const std::string child = join_path(path, key_of(node, i));
    const Area at{area.x, y, area.width};
    y = stacked ? stacked_row(on, row, child, at, manner)
                : table_row(on, row, child, at, manner, widths);
  }
  on.end_box(self, y);
  return y;
}

// By itself: as in a table on a phone.
float paint_table_row(Composer& on, const Node& node, const std::string& path, Area area,
                      Manner manner) {
  return stacked_row(on, node, path, area, manner);
}

float paint_table_cell(Composer& on, const Node& node, const std::string& path, Area area,
                       Manner manner) {
  return cell_words(on, node, path, area, manner);
}

}  // namespace sayso::paint
