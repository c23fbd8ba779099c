// Puts nodes one below the other: the toolbox that a component's painting is made with.
//
// Works in units of 1/16 of the root font size; the layout is scaled at the end, so that text of
// 200% is the same as a screen of half the width, drawn twice as large.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/paint/layout.h"
#include "shared/paint/lines.h"

namespace sayso::paint {

// Where a node may stand.
struct Area {
  float x = 0;
  float y = 0;
  float width = 0;
};

// A container's room within its padding.
[[nodiscard]] Area inside(Area area, float padding);

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

class Composer;
// Places one node and gives back the lower edge of what it placed.
using Paint = float (*)(Composer& on, const document::Node& node, const std::string& path,
                        Area area, Manner manner);
// How each kind is painted, in the order of Kind.
using Painters = std::array<Paint, document::kind_count>;

class Composer {
 public:
  using Node = document::Node;
  using Type = document::metrics::Type;

  // All of them outlive it. `width` of the viewport.
  Composer(const TextPort& text, const Painters& painters, float width);

  [[nodiscard]] Layout compose(const document::Document& document);

  // --- Room ---
  [[nodiscard]] bool tablet() const { return tablet_; }    // from 640 units on
  [[nodiscard]] bool desktop() const { return desktop_; }  // from 1,024
  [[nodiscard]] float readable(float width) const;
  [[nodiscard]] const TextPort& text() const { return text_; }
  // What has been put down so far: to be corrected once more is known.
  [[nodiscard]] Layout& out() { return out_; }

  // --- Other nodes. Each gives back the lower edge of what it placed ---
  float place(const Node& node, const std::string& path, Area area, Manner manner);
  // The same without a limit to what is read with ease.
  float place_kind(const Node& node, const std::string& path, Area area, Manner manner);
  float stack(const Node& parent, const std::string& path, Area area, Manner manner);

  // --- Text (flow.cpp) ---
  // Runs that share lines; `strut` is the least that a line is high.
  Flowed flow(std::span<const InlineRun> runs, Area area, Type strut);
  // One text that stands for a part of a node; nothing where it is empty.
  float single(const std::string& path, document::Part part, std::string_view text, Type type,
               Ink ink, Area area);
  // A node with text of its own and children: one paragraph, or its text above a stack.
  float text_block(const Node& node, const std::string& path, Area area, Manner manner, Type type);
  // The node, and what flows in it, as runs.
  void collect(const Node& node, const std::string& path, Type type, Manner manner,
               std::vector<InlineRun>& into) const;
  void collect_children(const Node& node, const std::string& path, Type type, Manner manner,
                        std::vector<InlineRun>& into) const;
  [[nodiscard]] float baseline(Type type) const;  // from the top of a line
  [[nodiscard]] float natural_width(std::span<const InlineRun> runs) const;
  [[nodiscard]] float width_of(std::string_view text, Type type) const;

  // --- Putting things down ---
  Mark& mark(Draw draw, Rect box, const std::string& path = {});
  std::size_t begin_box(const std::string& path, document::Part part, Area area);
  void end_box(std::size_t piece, float bottom);

 private:
  void put_lines(const InlineRun& run, const Fragment& fragment, Area area, Type strut,
                 Piece& piece);
  static void box_link(Piece& piece);
  void put_tag(const InlineRun& run, const Fragment& first, Area area, Type strut, Piece& piece);

  const TextPort& text_;
  const Painters& painters_;
  float width_;
  bool tablet_;
  bool desktop_;
  Layout out_;
};

[[nodiscard]] bool flows(document::Kind kind);  // Span, Link, Tag: part of a line
[[nodiscard]] bool all_flow(const std::vector<document::Node>& children);
[[nodiscard]] bool is_painted(const document::Node& node);  // false for what is only printed
// A link that is drawn as a button.
[[nodiscard]] bool looks_like_button(const document::Node& node);

}  // namespace sayso::paint
