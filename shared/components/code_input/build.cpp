#include "shared/components/code_input/build.h"

#include <utility>

#include "shared/components/text_input/build.h"

namespace sayso::document {

Node code_input(Field field) {
  field.input_mode = InputMode::Code;
  return text_input(std::move(field));
}

}  // namespace sayso::document
