#include "shared/components/dialog/build.h"

#include <utility>

namespace sayso::document {

Node dialog(std::string title, Nodes children, std::string cancel_action) {
  Node node = titled(Kind::Dialog, std::move(title), std::move(children));
  node.key = "dialog";
  node.id = "dialog";
  node.action = std::move(cancel_action);
  return node;
}

}  // namespace sayso::document
