#include "shared/paint/composer.h"

#include <algorithm>

namespace sayso::paint {

namespace metrics = document::metrics;
using document::join_path;
using document::Kind;
using document::Node;
using document::Part;
using document::Tone;

Composer::Composer(const TextPort& text, const Painters& painters, float width)
    : text_(text),
      painters_(painters),
      width_(width),
      tablet_(width >= metrics::tablet_width),
      desktop_(width >= metrics::desktop_width) {}

Layout Composer::compose(const document::Document& document) {
  const float margin = tablet_ ? metrics::side_margin : metrics::side_margin_phone;
  const float content = std::min(width_ - 2 * margin, metrics::page_max_width);
  const float top = tablet_ ? metrics::main_padding_top : metrics::main_padding_top_phone;
  const std::string path = "main";
  const std::size_t self = begin_box(path, Part::Self, {0, 0, width_});
  const Area area{(width_ - content) / 2, top, content};
  const float bottom = stack(document.main, path, area, {});
  out_.width = width_;
  out_.height = bottom + metrics::main_padding_bottom;
  end_box(self, out_.height);
  return std::move(out_);
}

float Composer::readable(float width) const { return std::min(width, metrics::measure); }

float Composer::stack(const Node& parent, const std::string& path, Area area, Manner manner) {
  const Node* above = nullptr;
  for (std::size_t i = 0; i < parent.children.size(); ++i) {
    const Node& child = parent.children[i];
    if (!is_painted(child)) continue;
    if (above != nullptr) area.y += metrics::space_between(*above, child);
    area.y = place(child, join_path(path, key_of(parent, i)), area, manner);
    above = &child;
  }
  return area.y;
}

float Composer::place(const Node& node, const std::string& path, Area area, Manner manner) {
  if (!metrics::takes_whole_width(node.kind)) area.width = readable(area.width);
  return place_kind(node, path, area, manner);
}

float Composer::place_kind(const Node& node, const std::string& path, Area area, Manner manner) {
  return painters_[static_cast<std::size_t>(node.kind)](*this, node, path, area, manner);
}

Mark& Composer::mark(Draw draw, Rect box, const std::string& path) {
  Mark made;
  made.draw = draw;
  made.box = box;
  made.path = path;
  out_.marks.push_back(std::move(made));
  return out_.marks.back();
}

std::size_t Composer::begin_box(const std::string& path, Part part, Area area) {
  Piece piece;
  piece.path = path;
  piece.part = part;
  piece.box = {area.x, area.y, area.width, 0};
  out_.pieces.push_back(std::move(piece));
  return out_.pieces.size() - 1;
}

void Composer::end_box(std::size_t piece, float bottom) {
  out_.pieces[piece].box.height = bottom - out_.pieces[piece].box.y;
}

Area inside(Area area, float padding) {
  return {area.x + padding, area.y + padding, std::max(area.width - 2 * padding, 1.0F)};
}

bool flows(Kind kind) { return kind == Kind::Span || kind == Kind::Link || kind == Kind::Tag; }

bool all_flow(const std::vector<Node>& children) {
  return std::all_of(children.begin(), children.end(),
                     [](const Node& child) { return flows(child.kind); });
}

bool is_painted(const Node& node) { return !node.print_only; }

bool looks_like_button(const Node& node) {
  return node.tone == Tone::Primary || node.tone == Tone::Secondary;
}

}  // namespace sayso::paint
