#include "shared/components/grouping/build.h"

#include <utility>

namespace sayso::document {

Node section(std::string id, Nodes children) {
  Node node = with_children(Kind::Section, std::move(children));
  node.key = id;
  node.id = std::move(id);
  return node;
}

Node group(Nodes children) { return with_children(Kind::Group, std::move(children)); }

Node columns(Node first, Node second) {
  Nodes both;
  both.push_back(std::move(first));
  both.push_back(std::move(second));
  return with_children(Kind::Columns, std::move(both));
}

Node form(std::string action, Nodes children, std::string post_address) {
  Node node = with_children(Kind::Form, std::move(children));
  node.action = std::move(action);
  node.href = std::move(post_address);
  return node;
}

}  // namespace sayso::document
