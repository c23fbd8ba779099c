#include "shared/components/figure/build.h"

#include <utility>

namespace sayso::document {

Node figure(std::string painter, std::string label, std::string payload, Nodes equivalent) {
  Node node = titled(Kind::Figure, std::move(label), std::move(equivalent));
  node.figure = std::move(painter);
  node.payload = std::move(payload);
  return node;
}

}  // namespace sayso::document
