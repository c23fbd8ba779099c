#include "shared/components/list/build.h"

#include <utility>

namespace sayso::document {

Node list(Nodes items) { return with_children(Kind::List, std::move(items)); }

Node list(const std::vector<std::string>& items) {
  Node node = make(Kind::List);
  for (const std::string& words : items) node.children.push_back(item(words));
  return node;
}

Node numbered_list(Nodes items) {
  Node node = list(std::move(items));
  node.ordered = true;
  return node;
}

Node item(std::string text) { return with_text(Kind::ListItem, std::move(text)); }

Node item(Nodes content) { return with_children(Kind::ListItem, std::move(content)); }

}  // namespace sayso::document
