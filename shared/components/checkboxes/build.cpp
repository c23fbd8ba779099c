#include "shared/components/checkboxes/build.h"

#include <utility>

namespace sayso::document {

Node checkboxes(Field field, Nodes options) {
  return choice_group(Kind::Checkboxes, std::move(field), std::move(options));
}

Node checkbox(std::string value, std::string label, bool checked, std::string hint) {
  Node node = option_node(Kind::Checkbox, std::move(value), std::move(label), std::move(hint));
  node.checked = checked;
  return node;
}

}  // namespace sayso::document
