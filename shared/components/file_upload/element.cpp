#include <algorithm>
#include <string>

#include "shared/components/field/element.h"
#include "shared/document/element_parts.h"

namespace sayso::document {

namespace {

Element make_input(const Making& making, const Described& field) {
  Element input = make_bare("input", ".control", "file");
  set_attribute(input, "type", "file");
  set_attribute(input, "id", field.id);
  set_attribute(input, "name", making.node.name);
  return input;
}

}  // namespace

Element make_file_input(const Making& making) {
  const Described field = describe(making);
  return make_entry(making, field, make_input(making, field));
}

}  // namespace sayso::document
