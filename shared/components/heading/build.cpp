#include "shared/components/heading/build.h"

#include <utility>

namespace sayso::document {

Node heading(int level, std::string text) {
  Node node = with_text(Kind::Heading, std::move(text));
  node.level = level;
  if (level == 1) {
    node.page_heading = true;
    node.id = "page-heading";
  }
  return node;
}

}  // namespace sayso::document
