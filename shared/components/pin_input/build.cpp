#include "shared/components/pin_input/build.h"

#include <utility>

#include "shared/components/text_input/build.h"

namespace sayso::document {

Node pin_input(Field field) {
  field.input_mode = InputMode::Pin;
  return text_input(std::move(field));
}

}  // namespace sayso::document
