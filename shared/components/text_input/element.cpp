#include <algorithm>
#include <string>

#include "shared/components/field/element.h"
#include "shared/components/text_input/element.h"
#include "shared/document/element_parts.h"

namespace sayso::document {

namespace {

struct InputManner {
  std::string_view type;
  std::string_view inputmode;
  std::string_view autocapitalize;
  std::string_view spellcheck;
};

InputManner manner_of(InputMode mode) {
  switch (mode) {
    case InputMode::Text:
      return {"text", "", "", ""};
    case InputMode::Numeric:
      return {"text", "numeric", "", "false"};
    case InputMode::Email:
      return {"email", "email", "none", "false"};
    case InputMode::Telephone:
      return {"tel", "tel", "", "false"};
    case InputMode::Code:
      return {"text", "text", "characters", "false"};
    case InputMode::Pin:
      return {"password", "numeric", "none", "false"};
  }
  return {"text", "", "", ""};
}

}  // namespace

Element make_input(const Making& making, const Described& field) {
  const Node& node = making.node;
  Element input = make_bare("input", ".control", "input");
  const InputManner manner = manner_of(node.input_mode);
  set_attribute(input, "type", manner.type);
  set_attribute(input, "id", field.id);
  set_attribute(input, "name", node.name);
  set_unless_empty(input, "inputmode", manner.inputmode);
  set_unless_empty(input, "autocapitalize", manner.autocapitalize);
  set_unless_empty(input, "spellcheck", manner.spellcheck);
  const bool secret = node.input_mode == InputMode::Pin || node.input_mode == InputMode::Code;
  set_unless_empty(input, "autocomplete",
                   node.autocomplete.empty() && secret ? "off" : node.autocomplete);
  if (node.width_chars > 0) {
    add_class(input, "sized");
    set_attribute(input, "size", std::to_string(node.width_chars));
  }
  // A PIN is never sent back to be shown.
  if (node.input_mode != InputMode::Pin) set_unless_empty(input, "value", node.value);
  return input;
}

Element make_text_input(const Making& making) {
  const Described field = describe(making);
  return make_entry(making, field, make_input(making, field));
}

}  // namespace sayso::document
