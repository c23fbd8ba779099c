#include <algorithm>
#include <string>

#include "shared/components/field/element.h"
#include "shared/document/element_parts.h"

namespace sayso::document {

namespace {

Element make_area(const Making& making, const Described& field) {
  Element area = make_bare("textarea", ".control", "input area");
  set_attribute(area, "id", field.id);
  set_attribute(area, "name", making.node.name);
  set_attribute(area, "rows", "5");
  set_unless_empty(area, "autocomplete", making.node.autocomplete);
  area.text = making.node.value;
  return area;
}

}  // namespace

Element make_text_area(const Making& making) {
  const Described field = describe(making);
  return make_entry(making, field, make_area(making, field));
}

}  // namespace sayso::document
