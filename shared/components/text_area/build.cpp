#include "shared/components/text_area/build.h"

#include <utility>

namespace sayso::document {

Node text_area(Field field) { return field_node(Kind::TextArea, std::move(field)); }

}  // namespace sayso::document
