#include "shared/components/back_link/build.h"

#include <utility>

#include "shared/components/link/build.h"

namespace sayso::document {

Node back_link(std::string label, std::string href, std::string action) {
  Node node = link(std::move(label), std::move(href), std::move(action));
  node.kind = Kind::BackLink;
  return node;
}

}  // namespace sayso::document
