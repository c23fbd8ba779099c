#include "shared/components/text_input/build.h"

#include <utility>

namespace sayso::document {

Node text_input(Field field) { return field_node(Kind::TextInput, std::move(field)); }

}  // namespace sayso::document
