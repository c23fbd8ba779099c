// What draws a frame or a bar around other nodes.
#include <algorithm>

#include "shared/paint/composer.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::join_path;
using document::Kind;
using document::Node;
using document::Part;

namespace {

constexpr float title_gap = 16;  // below the title of a Banner, Panel or ErrorSummary
constexpr float body_gap = 8;    // between a Details' summary and what it opens
constexpr float error_gap = 8;   // between the links of an error summary

Area inside(Area area, float padding) {
  return {area.x + padding, area.y + padding, std::max(area.width - 2 * padding, 1.0F)};
}

}  // namespace

float Composer::quote(const Node& node, const std::string& path, Area area) {
  const std::size_t fill = out_.marks.size();
  mark(Shape::QuoteFill, {area.x, area.y, area.width, 0}, path);
  const Area inner = inside(area, metrics::padding_of(node.kind));
  const float bottom =
      text_block(node, path, inner, {}, metrics::body) + metrics::padding_of(node.kind);
  out_.marks[fill].box.height = bottom - area.y;
  return bottom;
}

// A Banner or a Panel: its title, then what it holds.
float Composer::titled(const Node& node, const std::string& path, Area area) {
  const bool panel = node.kind == Kind::Panel;
  const std::size_t self = begin_box(path, Part::Self, area);
  const std::size_t frame = out_.marks.size();
  mark(panel ? Shape::PanelFill : Shape::BannerFrame, {area.x, area.y, area.width, 0}, path);
  const float padding = metrics::padding_of(node.kind) + (panel ? 0 : metrics::border);
  Area inner = inside(area, padding);
  const Manner manner = panel ? Manner{Ink::OnFill, true} : Manner{};
  const float title = single(path, Part::Label, node.label, metrics::label_type_of(node, tablet_),
                             panel ? Ink::OnFill : Ink::Brand, inner);
  if (title > inner.y && !node.children.empty()) inner.y = title + title_gap;
  inner.y = std::max(inner.y, title);
  const float bottom = stack(node, path, inner, manner) + padding;
  out_.marks[frame].box.height = bottom - area.y;
  end_box(self, bottom);
  return bottom;
}

float Composer::inset(const Node& node, const std::string& path, Area area, Manner manner) {
  const std::size_t bar = out_.marks.size();
  mark(Shape::InsetBar, {area.x, area.y, metrics::bar, 0}, path);
  const float padding = metrics::padding_of(node.kind);
  const float indent = metrics::bar + padding;
  const Area inner{area.x + indent, area.y + padding,
                   std::max(area.width - indent - padding, 1.0F)};
  const float bottom = text_block(node, path, inner, manner, metrics::body) + padding;
  out_.marks[bar].box.height = bottom - area.y;
  return bottom;
}

float Composer::details(const Node& node, const std::string& path, Area area, Manner manner) {
  const std::size_t self = begin_box(path, Part::Self, area);
  const Type type = metrics::label_type_of(node, tablet_);
  const float drop = (metrics::target - type.line) / 2;
  InlineRun run;
  run.text = node.label;
  run.type = type;
  run.ink = manner.on_fill ? Ink::OnFill : Ink::Link;
  run.link = true;
  run.piece = begin_box(path, Part::Label, area);
  const Area words{area.x + metrics::summary_sign, area.y + drop,
                   std::max(area.width - metrics::summary_sign, 1.0F)};
  const Flowed flowed = flow({&run, 1}, words, type);
  float bottom = std::max(flowed.bottom + drop, area.y + metrics::target);
  Piece& summary = out_.pieces[run.piece];
  summary.box = {area.x, area.y, metrics::summary_sign + flowed.width, bottom - area.y};
  mark(Shape::DetailsArrow, {area.x, area.y + drop, metrics::summary_sign, type.line}, path).on =
      node.open;
  if (node.open) {
    const float top = bottom + body_gap;
    const std::size_t bar = out_.marks.size();
    mark(Shape::DetailsBar, {area.x, top, metrics::bar, 0}, path);
    const float indent = metrics::bar + metrics::inset_padding;
    const Area inner{area.x + indent, top + metrics::inset_padding,
                     std::max(area.width - indent - metrics::inset_padding, 1.0F)};
    bottom = stack(node, path, inner, manner) + metrics::inset_padding;
    out_.marks[bar].box.height = bottom - top;
  }
  end_box(self, bottom);
  return bottom;
}

float Composer::error_summary(const Node& node, const std::string& path, Area area) {
  const std::size_t self = begin_box(path, Part::Self, area);
  const std::size_t frame = out_.marks.size();
  mark(Shape::FaultFrame, {area.x, area.y, area.width, 0}, path);
  const float padding = metrics::padding_of(node.kind) + 2 * metrics::border;
  Area inner = inside(area, padding);
  inner.y = single(path, Part::Label, node.label, metrics::label_type_of(node, tablet_), Ink::Text,
                   inner) +
            title_gap;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) inner.y += error_gap;
    const std::size_t first = out_.pieces.size();
    Node child = node.children[i];
    child.style = document::Style::Strong;
    const std::string child_path = join_path(path, key_of(node, i));
    inner.y = child.kind == Kind::Link ? link(child, child_path, inner, {}, 0)
                                       : place(child, child_path, inner, {});
    for (std::size_t piece = first; piece < out_.pieces.size(); ++piece) {
      if (out_.pieces[piece].link) out_.pieces[piece].ink = Ink::Fault;
    }
  }
  const float bottom = inner.y + padding;
  out_.marks[frame].box.height = bottom - area.y;
  end_box(self, bottom);
  return bottom;
}

}  // namespace sayso::paint
