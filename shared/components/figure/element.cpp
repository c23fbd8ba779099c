#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

namespace {

// A code of squares: rows of '0' and '1', a space between rows. One path, a run of dark squares at
// a time.
Element make_squares(const std::string& rows) {
  std::string path;
  std::size_t x = 0;
  std::size_t y = 0;
  std::size_t width = 0;
  std::size_t run = 0;
  const auto finish_run = [&] {
    if (run == 0) return;
    path += "M" + std::to_string(x - run) + " " + std::to_string(y) + "h" + std::to_string(run) +
            "v1h-" + std::to_string(run) + "z";
    run = 0;
  };
  for (const char square : rows) {
    if (square == '1') {
      ++run;
      ++x;
      continue;
    }
    finish_run();
    if (square == '0') {
      ++x;
      continue;
    }
    width = std::max(width, x);
    x = 0;
    ++y;
  }
  finish_run();
  width = std::max(width, x);
  Element svg = make_bare("svg", ".squares", "squares");
  const std::string side = std::to_string(width + 8);  // the quiet zone is four squares wide
  set_attribute(svg, "viewBox", "-4 -4 " + side + " " + side);
  set_attribute(svg, "aria-hidden", "true");
  Element drawn = make_bare("path", ".path");
  set_attribute(drawn, "d", path);
  svg.children.push_back(std::move(drawn));
  return svg;
}

bool is_squares(const std::string& payload) {
  return !payload.empty() && payload.find_first_not_of("01 ") == std::string::npos;
}

}  // namespace

Element make_figure(const Making& making) {
  const Node& node = making.node;
  Element element = make_own(making, "figure", "figure");
  set_unless_empty(element, "data-figure", node.figure);
  if (node.figure == "qr" && is_squares(node.payload)) {
    Element art = make_bare("div", ".art", "art");
    art.path = making.path;
    art.box_of = Part::Control;
    art.children.push_back(make_squares(node.payload));
    element.children.push_back(std::move(art));
  }
  element.children.push_back(
      make_text("figcaption", ".label", "figure-label", node.label, making, Part::Label));
  if (!node.children.empty()) {
    Element body = make_bare("div", ".body", "figure-body stack");
    add_children(body, making);
    element.children.push_back(std::move(body));
  }
  return element;
}

}  // namespace sayso::document
