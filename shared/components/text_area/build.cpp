#include "shared/components/text_area/build.h"

#include <utility>

namespace sayso::document {

Node text_area(Field field) { return field_node(Kind::TextArea, std::move(field)); }

Node counted_text_area(Field field, Count count) {
  Node node = text_area(std::move(field));
  node.number = count.most;
  node.payload = std::move(count.left) + "\n" + std::move(count.over);
  return node;
}

}  // namespace sayso::document
