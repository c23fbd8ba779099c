#include "shared/components/error_summary/build.h"

#include <utility>

namespace sayso::document {

Node error_summary(std::string title, Nodes links) {
  Node node = titled(Kind::ErrorSummary, std::move(title), std::move(links));
  node.id = "error-summary";
  node.key = "error-summary";
  return node;
}

}  // namespace sayso::document
