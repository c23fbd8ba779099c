#include "shared/components/confirmation_panel/build.h"

#include <utility>

namespace sayso::document {

Node panel(std::string title, Nodes children) {
  Node node = titled(Kind::Panel, std::move(title), std::move(children));
  node.page_heading = true;
  node.id = "page-heading";
  return node;
}

}  // namespace sayso::document
