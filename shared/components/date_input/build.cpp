#include "shared/components/date_input/build.h"

#include <utility>

#include "shared/components/text_input/build.h"

namespace sayso::document {

namespace {

Node part(const Node& whole, const char* name, std::string label, std::string value, int width,
          const std::string& autocomplete) {
  Field field;
  field.name = whole.name + "-" + name;
  field.label = std::move(label);
  field.value = std::move(value);
  field.input_mode = InputMode::Numeric;
  field.width_chars = width;
  if (!autocomplete.empty()) field.autocomplete = autocomplete + "-" + name;
  Node node = text_input(std::move(field));
  node.disabled = whole.disabled;
  return node;
}

}  // namespace

Node date_input(Field field, DateParts parts) {
  const std::string autocomplete = std::exchange(field.autocomplete, {});
  Node node = field_node(Kind::DateInput, std::move(field));
  node.children.push_back(
      part(node, "day", std::move(parts.day_label), std::move(parts.day), 2, autocomplete));
  node.children.push_back(
      part(node, "month", std::move(parts.month_label), std::move(parts.month), 2, autocomplete));
  node.children.push_back(
      part(node, "year", std::move(parts.year_label), std::move(parts.year), 4, autocomplete));
  // A link to the whole leads to what takes focus.
  node.children.front().id = node.id;
  return node;
}

}  // namespace sayso::document
