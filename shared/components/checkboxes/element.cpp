#include <algorithm>
#include <string>

#include "shared/components/options/element.h"
#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_checkboxes(const Making& making) { return make_choices(making); }

Element make_checkbox(const Making& making) {
  return make_option(making, id_or_path(making), making.node.name);
}

}  // namespace sayso::document
