#include <string>

#include "shared/components/field/element.h"
#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_select(const Making& making) {
  const Described field = describe(making);
  Element control = make_bare("select", ".control", "input select");
  set_attribute(control, "id", field.id);
  set_attribute(control, "name", making.node.name);
  set_unless_empty(control, "autocomplete", making.node.autocomplete);
  add_children(control, making);
  return make_entry(making, field, std::move(control));
}

Element make_select_option(const Making& making) {
  Element element = make_bare("option", making.key);
  set_attribute(element, "value", making.node.value);
  if (making.node.checked) set_attribute(element, "selected", "");
  element.text = making.node.label;
  return element;
}

}  // namespace sayso::document
