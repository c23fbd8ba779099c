#include "shared/components/radios/build.h"

#include <utility>

namespace sayso::document {

Node radios(Field field, Nodes options) {
  return choice_group(Kind::Radios, std::move(field), std::move(options));
}

Node radio(std::string value, std::string label, std::string hint) {
  return option_node(Kind::Radio, std::move(value), std::move(label), std::move(hint));
}

}  // namespace sayso::document
