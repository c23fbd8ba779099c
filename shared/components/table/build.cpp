#include "shared/components/table/build.h"

#include <utility>

namespace sayso::document {

Node table(std::string caption_text, Nodes rows) {
  return titled(Kind::Table, std::move(caption_text), std::move(rows));
}

Node header_row(const std::vector<std::string>& cells) {
  Node node = make(Kind::TableRow);
  node.header = true;
  for (const std::string& words : cells) node.children.push_back(header_cell(words));
  return node;
}

Node row(Nodes cells) { return with_children(Kind::TableRow, std::move(cells)); }

Node cell(std::string text, std::string column) {
  Node node = with_text(Kind::TableCell, std::move(text));
  node.label = std::move(column);
  return node;
}

Node cell(Nodes content, std::string column) {
  Node node = with_children(Kind::TableCell, std::move(content));
  node.label = std::move(column);
  return node;
}

Node header_cell(std::string text) {
  Node node = with_text(Kind::TableCell, std::move(text));
  node.header = true;
  return node;
}

Node sortable_cell(Node link, Sorted sorted) {
  Node node = with_children(Kind::TableCell, {std::move(link)});
  node.header = true;
  node.value = sorted == Sorted::No          ? "none"
               : sorted == Sorted::Ascending ? "ascending"
                                             : "descending";
  return node;
}

}  // namespace sayso::document
