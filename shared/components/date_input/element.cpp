#include <string>

#include "shared/components/field/element.h"
#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_date_input(const Making& making) {
  const Described field = describe(making);
  Element element = make_fieldset(making, field);
  Element parts = make_bare("div", ".parts", "date-parts");
  add_children(parts, making);
  element.children.push_back(std::move(parts));
  return element;
}

}  // namespace sayso::document
