// The data map: its tables' rows as chips, the council's block, and the lines between them.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

#include "shared/components/data_map/paint.h"
#include "shared/components/data_map/paint_lines.h"
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
using document::Tone;

namespace {

constexpr float label_gap = 16;
constexpr float caption_gap = 12;
constexpr float chip_gap = 8;
constexpr float block_gap = 24;  // around the council's block
constexpr float council_padding = 16;
constexpr float council_gap = 4;
constexpr float arrow_beyond = 6;  // of the arrow into the block, on each side of the channel
constexpr float arrow_height = 12;
constexpr float council_share = 0.4F;  // of the height of what stands beside it
constexpr float state_gap = 16;        // between a state and its link
constexpr float shut_width = 2;        // of the gutter's line where nothing passes
constexpr float bend = 14;             // how far a line's corner reaches down
constexpr float words_drop = (metrics::target - metrics::body.line) / 2;

// The two numbers of a row's payload.
int number_in(const std::string& payload, std::size_t which) {
  const std::size_t space = payload.find(' ');
  if (space == std::string::npos) return 0;
  const std::string_view text = which == 0 ? std::string_view(payload).substr(0, space)
                                           : std::string_view(payload).substr(space + 1);
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool is_open(document::Tone tone) {
  return tone == document::Tone::Agreed || tone == document::Tone::NotConsent;
}

const Node* first_child(const Node& row, std::size_t cell) {
  const bool there = row.children.size() > cell && !row.children[cell].children.empty();
  return there ? &row.children[cell].children.front() : nullptr;
}

// A row of the data map, once it is placed.
struct MapChip {
  std::string path;
  Rect box;
  document::Tone tone = document::Tone::Neutral;
  int kinds = 0;   // that its line may carry
  int let_in = 0;  // different ones, by open lines down to this one
};

// What was put down between two moments.
struct Placed {
  std::size_t first_piece = 0;
  std::size_t first_mark = 0;
  std::size_t last_piece = 0;
  std::size_t last_mark = 0;
};

struct Column {
  std::vector<MapChip> chips;
  float bottom = 0;
  Placed placed;
};

void shift(Composer& on, const Placed& placed, float down) {
  for (std::size_t i = placed.first_piece; i < placed.last_piece; ++i) {
    on.out().pieces[i].box.y += down;
    for (Line& line : on.out().pieces[i].lines) line.box.y += down;
  }
  for (std::size_t i = placed.first_mark; i < placed.last_mark; ++i)
    on.out().marks[i].box.y += down;
}

// The chip's upper part is one link to its choice.
float map_name(Composer& on, const Node& row, const std::string& path, Area chip, Area inner) {
  const Node* link = first_child(row, 0);
  if (link == nullptr) return inner.y;
  const std::string cell_path = join_path(path, key_of(row, 0));
  const std::size_t cell = on.begin_box(cell_path, Part::Self, chip);
  std::vector<InlineRun> runs;
  on.collect(*link, join_path(cell_path, key_of(row.children[0], 0)), metrics::body_bold, {}, runs);
  runs.front().type = metrics::body_bold;
  runs.front().piece = on.begin_box(runs.front().path, Part::Self, chip);
  const std::size_t piece = runs.front().piece;
  const Flowed flowed =
      on.flow(runs, {inner.x, inner.y + words_drop, inner.width}, metrics::body_bold);
  const float bottom = flowed.bottom + words_drop / 2;
  on.end_box(piece, std::max(bottom, inner.y + metrics::target));
  on.end_box(cell, bottom);
  return bottom;
}

float map_state(Composer& on, const Node& row, const std::string& path, Area area, float padding) {
  if (row.children.size() < 4 || first_child(row, 3) == nullptr) return area.y;
  const Node& said = row.children[2];
  const Node& act = *first_child(row, 3);
  const std::string said_path = join_path(path, key_of(row, 2));
  const std::string act_cell = join_path(path, key_of(row, 3));
  const std::string act_path = join_path(act_cell, key_of(row.children[3], 0));
  std::vector<InlineRun> runs;
  on.collect_children(said, said_path, metrics::small, {}, runs);
  const float state_width = on.natural_width(runs) + 1;
  const float act_width = on.width_of(act.label, metrics::small) + 1;
  const bool together = state_width + state_gap + act_width <= area.width;
  const float drop = (metrics::target - metrics::tag_height) / 2;
  // The state's sign stands right below the words above it: its ground is the chip's.
  const float back = std::min(metrics::tag_padding_x, padding);
  const Area state{area.x - back, area.y + drop, together ? state_width : area.width + back};
  float y = on.text_block(said, said_path, state, {}, metrics::small);
  Area at{area.x, y, area.width};
  if (together) {
    const float taken = state_width + state_gap - back;
    at = {area.x + taken, area.y, area.width - taken};
    y = area.y + metrics::target;
  }
  const std::size_t cell = on.begin_box(act_cell, Part::Self, at);
  const float bottom = place_link(on, act, act_path, at, {},
                                  (metrics::target - metrics::type_of(act, on.tablet()).line) / 2);
  on.end_box(cell, bottom);
  return std::max(y, bottom);
}

// Name, what it is about, then the state with the way on beside it, or below.
Rect map_chip(Composer& on, const Node& row, const std::string& path, Area area, float padding) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  const std::size_t fill = on.out().marks.size();
  Mark& chip = on.mark(draw_map_chip, {area.x, area.y, area.width, 0}, path);
  chip.tone = row.tone;
  chip.of_map = true;
  const Area inner{area.x + padding, area.y, std::max(area.width - 2 * padding, 1.0F)};
  float y = map_name(on, row, path, area, inner);
  if (row.children.size() > 1)
    y = on.text_block(row.children[1], join_path(path, key_of(row, 1)), {inner.x, y, inner.width},
                      {Ink::Muted, false}, metrics::small);
  y = map_state(on, row, path, {inner.x, y, inner.width}, padding);
  on.end_box(self, y);
  on.out().marks[fill].box.height = y - area.y;
  return on.out().marks[fill].box;
}

// A table's caption and its rows as chips, one below the other.
float map_table(Composer& on, const Node& table, const std::string& path, Area area,
                const MapPlan& plan, std::vector<MapChip>& chips) {
  area.width = plan.chip_width;
  const std::size_t self = on.begin_box(path, Part::Self, area);
  float y = on.single(path, Part::Label, table.label, metrics::body_bold, Ink::Text, area);
  y += caption_gap;
  for (std::size_t i = 0; i < table.children.size(); ++i) {
    const Node& row = table.children[i];
    if (row.header) continue;
    const std::string row_path = join_path(path, key_of(table, i));
    const Rect box = map_chip(on, row, row_path, {area.x, y, area.width}, plan.padding);
    chips.push_back(
        {row_path, box, row.tone, number_in(row.payload, 0), number_in(row.payload, 1)});
    y = box.y + box.height + chip_gap;
  }
  y -= chip_gap;
  on.end_box(self, y);
  return y;
}

Rect map_council(Composer& on, const Node& node, const std::string& path, Area area, float least) {
  const std::size_t fill = on.out().marks.size();
  on.mark(draw_council_block, {area.x, area.y, area.width, 0}, path);
  const float padding = std::min(council_padding, area.width / 8);
  const Area inner{area.x + padding, area.y + padding, area.width - 2 * padding};
  const std::size_t piece = on.out().pieces.size();
  float bottom = inner.y;
  const std::size_t self = on.begin_box(path, Part::Self, inner);
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) bottom += council_gap;
    bottom = on.place_kind(node.children[i], join_path(path, key_of(node, i)),
                           {inner.x, bottom, inner.width}, {Ink::OnFill, true});
  }
  on.end_box(self, bottom);
  bottom += padding;
  const float height = std::max(bottom - area.y, least);
  // In a taller block the words stand in its middle.
  shift(on, {piece, fill + 1, on.out().pieces.size(), on.out().marks.size()},
        (height - (bottom - area.y)) / 2);
  on.out().marks[fill].box.height = height;
  return on.out().marks[fill].box;
}

// What lies in the gutter under the lines: thin where nothing passes, as thick as what does.
void channel(Composer& on, const std::string& figure, Rect box, bool open) {
  if (box.height <= 0) return;
  box.x -= box.width / 2;
  Mark& made = on.mark(open ? draw_channel_open : draw_channel_shut, box);
  made.payload = figure;
  made.of_map = true;
}

Mark& add_line(Composer& on, Draw draw, const MapChip& chip, const std::string& figure, Rect box,
               float start, float end, int most_kinds) {
  Mark& line = on.mark(draw, box, chip.path);
  line.tone = chip.tone;
  line.number = std::min(chip.kinds, most_kinds);
  line.payload = figure;
  line.of_map = true;
  line.start = start;
  line.end = end;
  return line;
}

void gather(Composer& on, const std::vector<MapChip>& chips, const std::string& figure, Point end,
            const MapPlan& plan) {
  if (chips.empty()) return;
  const float corner = std::min(bend, plan.gutter / 2);
  bool open = false;
  float widest = 0;
  for (std::size_t i = 0; i < chips.size(); ++i) {
    open = open || is_open(chips[i].tone);
    const float from = chips[i].box.y + metrics::target / 2 + corner;
    const bool last = i + 1 == chips.size();
    const float to = last ? end.y - (open ? arrow_height : 0)
                          : chips[i + 1].box.y + metrics::target / 2 + corner;
    widest = open ? line_thickness(std::min(chips[i].let_in, plan.most_kinds)) : shut_width;
    channel(on, figure, {end.x, from, widest, to - from}, open);
  }
  for (const MapChip& chip : chips) {
    const float left = chip.box.x + chip.box.width;
    const float start = chip.box.y + metrics::target / 2;
    add_line(on, draw_flow_bend, chip, figure, {left, start, end.x - left, end.y - start}, start,
             start + corner, plan.most_kinds);
  }
  if (!open) return;
  const float reach = widest / 2 + arrow_beyond;
  on.mark(draw_arrow_down, {end.x - reach, end.y - arrow_height, 2 * reach, arrow_height});
}

void spread(Composer& on, const std::vector<MapChip>& chips, const std::string& figure, Point start,
            const MapPlan& plan) {
  if (chips.empty()) return;
  const float corner = std::min(bend, plan.gutter / 2);
  const auto last_open = std::find_if(chips.rbegin(), chips.rend(),
                                      [](const MapChip& chip) { return is_open(chip.tone); });
  const auto end_of = [&](const MapChip& chip) {
    return chip.box.y + metrics::target / 2 - corner;
  };
  const float open_to = last_open == chips.rend() ? start.y : end_of(*last_open);
  channel(on, figure, {start.x, start.y, line_thickness(0), open_to - start.y}, true);
  channel(on, figure, {start.x, open_to, shut_width, end_of(chips.back()) - open_to}, false);
  for (const MapChip& chip : chips) {
    const float left = chip.box.x + chip.box.width;
    const float y = chip.box.y + metrics::target / 2;
    add_line(on, draw_flow_bend, chip, figure, {left, start.y, start.x - left, y - start.y}, y,
             y - corner, plan.most_kinds)
        .on = true;
  }
}

float map_below(Composer& on, const Node& node, const std::string& path, Area area,
                const MapPlan& plan) {
  std::vector<MapChip> chips;
  float y = area.y;
  float council_bottom = 0;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& part = node.children[i];
    const std::string child = join_path(path, key_of(node, i));
    if (i > 0) y += block_gap;
    const Area at{area.x, y, area.width};
    if (part.kind == Kind::Table) {
      y = map_table(on, part, child, at, plan, chips);
      continue;
    }
    const Rect block = map_council(on, part, child, at, 0);
    y = council_bottom = block.y + block.height;
    gather(on, chips, path, {area.x + plan.channel, block.y}, plan);
    chips.clear();
  }
  spread(on, chips, path, {area.x + plan.channel, council_bottom}, plan);
  return y;
}

Column begin_column(Composer& on, float top) {
  return {{}, top, {on.out().pieces.size(), on.out().marks.size(), 0, 0}};
}

void end_column(Composer& on, Column& column) {
  column.placed.last_piece = on.out().pieces.size();
  column.placed.last_mark = on.out().marks.size();
}

void lower(Composer& on, Column& column, float by) {
  shift(on, column.placed, by);
  for (MapChip& chip : column.chips) chip.box.y += by;
}

void join(Composer& on, const std::vector<MapChip>& sources, const std::vector<MapChip>& uses,
          const std::string& figure, const Rect& block, const MapPlan& plan) {
  const auto between = [](float left, float right, float a, float b) {
    return Rect{left, std::min(a, b), right - left, std::abs(a - b)};
  };
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const Rect& chip = sources[i].box;
    const float y = chip.y + metrics::target / 2;
    const float meet = meeting_point(block, i, sources.size());
    const Rect box = between(chip.x + chip.width, block.x, y, meet);
    add_line(on, draw_flow_curve, sources[i], figure, box, y, meet, plan.most_kinds);
  }
  for (std::size_t i = 0; i < uses.size(); ++i) {
    const Rect& chip = uses[i].box;
    const float y = chip.y + metrics::target / 2;
    const float meet = meeting_point(block, i, uses.size());
    const Rect box = between(block.x + block.width, chip.x, y, meet);
    add_line(on, draw_flow_curve, uses[i], figure, box, meet, y, plan.most_kinds);
  }
}

float map_beside(Composer& on, const Node& node, const std::string& path, Area area,
                 const MapPlan& plan) {
  Column sources = begin_column(on, area.y);
  Column council = sources;
  Column uses = sources;
  Rect block;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& part = node.children[i];
    const std::string child = join_path(path, key_of(node, i));
    if (part.kind != Kind::Table) {
      end_column(on, sources);
      council = begin_column(on, area.y);
      const float least = council_share * (sources.bottom - area.y);
      block = map_council(on, part, child, {area.x + plan.council_x, area.y, plan.council_width},
                          least);
      council.bottom = block.y + block.height;
      end_column(on, council);
      uses = begin_column(on, area.y);
    } else if (block.height > 0) {
      uses.bottom =
          map_table(on, part, child, {area.x + plan.uses_x, uses.bottom, 0}, plan, uses.chips);
    } else {
      if (!sources.chips.empty()) sources.bottom += block_gap;
      sources.bottom = map_table(on, part, child, {area.x, sources.bottom, 0}, plan, sources.chips);
    }
  }
  end_column(on, uses);
  const float bottom = std::max({sources.bottom, council.bottom, uses.bottom});
  for (Column* column : {&sources, &council, &uses})
    lower(on, *column, (bottom - column->bottom) / 2);
  block.y += (bottom - council.bottom) / 2;
  join(on, sources.chips, uses.chips, path, block, plan);
  return bottom;
}

}  // namespace

bool is_data_map(const Node& node) {
  if (node.kind != Kind::Figure || node.figure != "map") return false;
  const auto groups = std::count_if(node.children.begin(), node.children.end(),
                                    [](const Node& part) { return part.kind == Kind::Group; });
  return groups == 1 &&
         std::all_of(node.children.begin(), node.children.end(), [](const Node& part) {
           return part.kind == Kind::Group || part.kind == Kind::Table;
         });
}

float paint_data_map(Composer& on, const Node& node, const std::string& path, Area area) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  area.y = on.single(path, Part::Label, node.label, metrics::small, Ink::Muted,
                     {area.x, area.y, on.readable(area.width)});
  area.y += label_gap;
  const MapPlan plan = plan_map(area.width, on.desktop());
  const float bottom =
      plan.beside ? map_beside(on, node, path, area, plan) : map_below(on, node, path, area, plan);
  on.end_box(self, bottom);
  return bottom;
}

}  // namespace sayso::paint
