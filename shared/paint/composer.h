// The inside of layout(): places nodes one below the other. For the files of this folder alone.
//
// Works in units of 1/16 of the root font size; layout() scales the result, so that text of 200% is
// the same as a screen of half the width, drawn twice as large.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/paint/layout.h"
#include "shared/paint/lines.h"
#include "shared/paint/map_lines.h"

namespace sayso::paint {

// Where a node may stand.
struct Area {
  float x = 0;
  float y = 0;
  float width = 0;
};

// What a container hands down.
struct Manner {
  Ink ink = Ink::Text;
  bool on_fill = false;  // links take the text's colour
};

// A text that is to flow, and whom it belongs to.
struct InlineRun {
  static constexpr std::size_t no_piece = static_cast<std::size_t>(-1);

  std::string path;
  std::string_view text;
  document::metrics::Type type;
  Ink ink = Ink::Text;
  bool link = false;
  bool on_fill = false;
  const document::Node* tag = nullptr;  // set for a Tag
  std::size_t piece = no_piece;         // the piece that takes the lines, if there is one already
};

struct Flowed {
  float bottom = 0;
  float width = 0;  // of the widest line
};

// A row of the data map, once it is placed.
struct MapChip {
  std::string path;
  Rect box;
  document::Tone tone = document::Tone::Neutral;
  int kinds = 0;   // that its line may carry
  int let_in = 0;  // different ones, by open lines down to this one
};

class Composer {
 public:
  Composer(const TextPort& text, float width);

  Layout compose(const document::Document& document);

 private:
  using Node = document::Node;
  using Type = document::metrics::Type;

  // --- composer.cpp: stacks and dispatch. Each gives back the lower edge of what it placed. ---
  float place(const Node& node, const std::string& path, Area area, Manner manner);
  float place_kind(const Node& node, const std::string& path, Area area, Manner manner);
  float stack(const Node& parent, const std::string& path, Area area, Manner manner);
  float columns(const Node& node, const std::string& path, Area area, Manner manner);
  [[nodiscard]] float readable(float width) const;

  // --- compose_text.cpp ---
  Flowed flow(std::span<const InlineRun> runs, Area area, Type strut);
  void put_lines(const InlineRun& run, const Fragment& fragment, Area area, Type strut,
                 Piece& piece);
  static void box_link(Piece& piece);
  void put_tag(const InlineRun& run, const Fragment& first, Area area, Type strut, Piece& piece);
  float single(const std::string& path, document::Part part, std::string_view text, Type type,
               Ink ink, Area area);
  float text_block(const Node& node, const std::string& path, Area area, Manner manner, Type type);
  void collect(const Node& node, const std::string& path, Type type, Manner manner,
               std::vector<InlineRun>& into) const;
  void collect_children(const Node& node, const std::string& path, Type type, Manner manner,
                        std::vector<InlineRun>& into) const;
  float list(const Node& node, const std::string& path, Area area, Manner manner);
  float list_item(const Node& node, const std::string& path, Area area, Manner manner);
  void list_marker(const Node& list, std::size_t number, Area area, Manner manner);
  float link(const Node& node, const std::string& path, Area area, Manner manner, float padding);
  float back_link(const Node& node, const std::string& path, Area area);
  float tag(const Node& node, const std::string& path, Area area);
  float warning(const Node& node, const std::string& path, Area area, Manner manner);
  [[nodiscard]] float baseline(Type type) const;  // from the top of a line
  [[nodiscard]] float natural_width(std::span<const InlineRun> runs) const;
  [[nodiscard]] float width_of(std::string_view text, Type type) const;

  // --- compose_container.cpp ---
  float quote(const Node& node, const std::string& path, Area area);
  float titled(const Node& node, const std::string& path, Area area);
  float inset(const Node& node, const std::string& path, Area area, Manner manner);
  float details(const Node& node, const std::string& path, Area area, Manner manner);
  float error_summary(const Node& node, const std::string& path, Area area);

  // --- compose_control.cpp ---
  float button(const Node& node, const std::string& path, Area area);  // or a link like one
  float field(const Node& node, const std::string& path, Area area, Manner manner);
  float field_texts(const Node& node, const std::string& path, Area area, Manner manner);
  float entry_box(const Node& node, const std::string& path, Area area);
  float options(const Node& node, const std::string& path, Area area, Manner manner);
  float options_in_row(const Node& node, const std::string& path, Area area, Manner manner);
  float option(const Node& node, const std::string& path, Area area, Manner manner);
  float option_label(const Node& node, const std::string& path, Area area, Ink ink);
  [[nodiscard]] float option_width(const Node& node) const;
  float progress(const Node& node, const std::string& path, Area area, Manner manner);

  // --- compose_data.cpp ---
  float summary_list(const Node& node, const std::string& path, Area area, Manner manner);
  float summary_row(const Node& node, const std::string& path, Area area, Manner manner);
  float row_below(const Node& node, const std::string& path, Area area, Manner manner);
  float row_beside(const Node& node, const std::string& path, Area area, Manner manner);
  float summary_value(const Node& node, const std::string& path, Area area, Manner manner);
  float row_actions(const Node& node, const std::string& path, Area area, Manner manner);
  [[nodiscard]] float actions_width(const Node& node) const;
  float table(const Node& node, const std::string& path, Area area, Manner manner);
  [[nodiscard]] std::vector<float> column_widths(const Node& table, float width) const;
  float table_row(const Node& row, const std::string& path, Area area, Manner manner,
                  std::span<const float> widths);
  float stacked_row(const Node& row, const std::string& path, Area area, Manner manner);
  float figure(const Node& node, const std::string& path, Area area, Manner manner);

  // --- compose_map.cpp ---
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
  float data_map(const Node& node, const std::string& path, Area area);
  float map_below(const Node& node, const std::string& path, Area area, const MapPlan& plan);
  float map_beside(const Node& node, const std::string& path, Area area, const MapPlan& plan);
  float map_table(const Node& table, const std::string& path, Area area, const MapPlan& plan,
                  std::vector<MapChip>& chips);
  Rect map_chip(const Node& row, const std::string& path, Area area, float padding);
  float map_name(const Node& row, const std::string& path, Area chip, Area inner);
  float map_state(const Node& row, const std::string& path, Area area);
  Rect map_council(const Node& node, const std::string& path, Area area, float least);
  void gather(const std::vector<MapChip>& chips, const std::string& figure, Point end,
              const MapPlan& plan);
  void spread(const std::vector<MapChip>& chips, const std::string& figure, Point start,
              const MapPlan& plan);
  void join(const std::vector<MapChip>& sources, const std::vector<MapChip>& uses,
            const std::string& figure, const Rect& block);
  void channel(float x, float from, float to, int kinds, bool open);
  Mark& add_line(Shape shape, const MapChip& chip, const std::string& figure, Rect box, float start,
                 float end);
  [[nodiscard]] Column begin_column(float top) const;
  void end_column(Column& column) const;
  void lower(Column& column, float by);
  void shift(const Placed& placed, float down);

  // --- Putting things down ---
  Mark& mark(Shape shape, Rect box, const std::string& path = {});
  std::size_t begin_box(const std::string& path, document::Part part, Area area);
  void end_box(std::size_t piece, float bottom);

  const TextPort& text_;
  float width_;
  bool tablet_;
  bool desktop_;
  Layout out_;
};

[[nodiscard]] bool flows(document::Kind kind);  // Span, Link, Tag: part of a line
[[nodiscard]] bool all_flow(const std::vector<document::Node>& children);
// A "map" figure as shared/screens/data_map.h makes it: tables, and one group for the council.
[[nodiscard]] bool is_data_map(const document::Node& node);
[[nodiscard]] bool is_painted(const document::Node& node);  // false for what is only printed
[[nodiscard]] Ink ink_of(document::Tone tone);
// A link that is drawn as a button.
[[nodiscard]] bool looks_like_button(const document::Node& node);

}  // namespace sayso::paint
