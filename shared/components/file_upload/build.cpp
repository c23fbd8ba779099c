#include "shared/components/file_upload/build.h"

#include <utility>

namespace sayso::document {

Node file_input(Field field) { return field_node(Kind::FileInput, std::move(field)); }

}  // namespace sayso::document
