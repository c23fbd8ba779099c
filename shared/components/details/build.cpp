#include "shared/components/details/build.h"

#include <utility>

namespace sayso::document {

Node details(std::string summary, Nodes children, bool open) {
  Node node = titled(Kind::Details, std::move(summary), std::move(children));
  node.open = open;
  return node;
}

}  // namespace sayso::document
