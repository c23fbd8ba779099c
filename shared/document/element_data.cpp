// Summary lists, tables, progress and figures.
#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {
namespace {

Element make_summary_row(const Making& making) {
  Element element = make_own(making, "div", "summary-row");
  element.children.push_back(
      make_text("dt", ".label", "summary-key", making.node.label, making, Part::Label));
  Element value = make_bare("dd", ".value", "summary-value");
  Element actions = make_bare("dd", ".actions", "summary-actions");
  bool blocks = false;
  for (std::size_t i = 0; i < making.node.children.size(); ++i) {
    const Node& child = making.node.children[i];
    if (!child.action_link && !is_inline(child.kind)) blocks = true;
    (child.action_link ? actions : value).children.push_back(make_child(making, i));
  }
  if (blocks) add_class(value, "stack");
  element.children.push_back(std::move(value));
  if (!actions.children.empty()) element.children.push_back(std::move(actions));
  return element;
}

Element make_row(const Making& making) {
  Element element = make_own(making, "tr", "table-row");
  for (std::size_t i = 0; i < making.node.children.size(); ++i) {
    Element cell = make_child(making, i);
    if (cell.tag == "th") set_attribute(cell, "scope", making.node.header ? "col" : "row");
    element.children.push_back(std::move(cell));
  }
  return element;
}

Element make_cell(const Making& making) {
  Element element = make_own(making, making.node.header ? "th" : "td", "cell");
  set_unless_empty(element, "data-label", making.node.label);
  fill(element, making);
  return element;
}

Element make_table(const Making& making) {
  Element element = make_own(making, "table", "table");
  if (!making.node.label.empty()) {
    element.children.push_back(
        make_text("caption", ".label", "table-caption", making.node.label, making, Part::Label));
  }
  Element head = make_bare("thead", ".head");
  Element body = make_bare("tbody", ".body");
  bool labelled = false;
  for (std::size_t i = 0; i < making.node.children.size(); ++i) {
    const Node& row = making.node.children[i];
    labelled = labelled || std::any_of(row.children.begin(), row.children.end(),
                                       [](const Node& cell) { return !cell.label.empty(); });
    (row.header ? head : body).children.push_back(make_child(making, i));
  }
  if (labelled) add_class(element, "stacks");
  if (!head.children.empty()) element.children.push_back(std::move(head));
  element.children.push_back(std::move(body));
  return element;
}

Element make_progress(const Making& making) {
  Element element = make_own(making, "div", "progress", Id::Withheld);
  const std::string id = id_or_path(making);
  Element label =
      make_text("label", ".label", "progress-label", making.node.label, making, Part::Label);
  set_attribute(label, "for", id);
  element.children.push_back(std::move(label));
  Element bar = make_bare("progress", ".control", "bar");
  bar.path = making.path;
  bar.box_of = Part::Control;
  set_attribute(bar, "id", id);
  set_attribute(bar, "max", "100");
  if (making.node.number >= 0) set_attribute(bar, "value", std::to_string(making.node.number));
  element.children.push_back(std::move(bar));
  return element;
}

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

}  // namespace

Element make_data_kind(const Making& making) {
  switch (making.node.kind) {
    case Kind::SummaryList: {
      Element element = make_own(making, "dl", "summary-list");
      add_children(element, making);
      return element;
    }
    case Kind::SummaryRow:
      return make_summary_row(making);
    case Kind::Table:
      return make_table(making);
    case Kind::TableRow:
      return make_row(making);
    case Kind::TableCell:
      return make_cell(making);
    case Kind::Progress:
      return make_progress(making);
    default:
      return make_figure(making);
  }
}

}  // namespace sayso::document
