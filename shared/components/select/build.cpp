#include "shared/components/select/build.h"

#include <utility>

namespace sayso::document {

Node select(Field field, Nodes options) {
  return choice_group(Kind::Select, std::move(field), std::move(options));
}

Node select_option(std::string value, std::string label) {
  return option_node(Kind::SelectOption, std::move(value), std::move(label), {});
}

}  // namespace sayso::document
