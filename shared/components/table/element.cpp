#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

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

Element make_table_row(const Making& making) {
  Element element = make_own(making, "tr", "table-row");
  for (std::size_t i = 0; i < making.node.children.size(); ++i) {
    Element cell = make_child(making, i);
    if (cell.tag == "th") set_attribute(cell, "scope", making.node.header ? "col" : "row");
    element.children.push_back(std::move(cell));
  }
  return element;
}

Element make_table_cell(const Making& making) {
  Element element = make_own(making, making.node.header ? "th" : "td", "cell");
  set_unless_empty(element, "data-label", making.node.label);
  set_unless_empty(element, "aria-sort", making.node.value);
  fill(element, making);
  return element;
}

}  // namespace sayso::document
