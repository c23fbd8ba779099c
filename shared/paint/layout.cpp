#include "shared/paint/layout.h"

#include <algorithm>

namespace sayso::paint {
namespace {

void scale_rect(Rect& box, float by) {
  box.x *= by;
  box.y *= by;
  box.width *= by;
  box.height *= by;
}

bool can_paint_node(const document::Node& node, const TextPort& text) {
  if (node.direction == document::Direction::RightToLeft) return false;
  for (const std::string* words : {&node.text, &node.label, &node.hint, &node.error}) {
    if (!text.covers(*words)) return false;
  }
  return std::all_of(node.children.begin(), node.children.end(),
                     [&](const document::Node& child) { return can_paint_node(child, text); });
}

}  // namespace

void scale_layout(Layout& made, float by) {
  made.scale = by;
  made.width *= by;
  made.height *= by;
  for (Mark& mark : made.marks) {
    scale_rect(mark.box, by);
    mark.start *= by;
    mark.end *= by;
  }
  for (Piece& piece : made.pieces) {
    scale_rect(piece.box, by);
    piece.type.size *= by;
    piece.type.line *= by;
    for (Line& line : piece.lines) scale_rect(line.box, by);
  }
}

Placements placements(const Layout& layout) {
  Placements out;
  out.height = layout.height;
  for (const Piece& piece : layout.pieces) {
    if (piece.path.empty()) continue;
    out.placements.push_back({piece.path, piece.part, piece.boxed, piece.box, piece.lines});
  }
  return out;
}

bool can_paint(const document::Document& document, const TextPort& text) {
  return document.direction != document::Direction::RightToLeft &&
         can_paint_node(document.main, text);
}

}  // namespace sayso::paint
