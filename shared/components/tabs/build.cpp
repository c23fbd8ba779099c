#include "shared/components/tabs/build.h"

#include <utility>

namespace sayso::document {

Node tabs(std::string label, Nodes tabs) {
  Node node = titled(Kind::Tabs, std::move(label), std::move(tabs));
  bool one = false;
  for (Node& tab : node.children) {
    tab.open = tab.open && !one;
    one = one || tab.open;
  }
  if (!one && !node.children.empty()) node.children.front().open = true;
  return node;
}

Node tab(std::string id, std::string label, std::string action, Nodes children) {
  Node node = titled(Kind::Tab, std::move(label), std::move(children));
  node.key = id;
  node.id = std::move(id);
  node.action = std::move(action);
  return node;
}

}  // namespace sayso::document
