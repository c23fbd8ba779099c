// What every field has around its control: label, hint and message.
#pragma once

#include <string>
#include <string_view>

#include "shared/document/element_parts.h"

namespace sayso::document {

// Label, hint and error of one field, and how its control refers to them.
struct Described {
  std::string id;
  std::string described_by;
};

[[nodiscard]] Described describe(const Making& making);
void add_label(Element& into, const Making& making, const std::string& id);
void add_hint(Element& into, const Making& making, const std::string& id);
void add_error(Element& into, const Making& making, const std::string& id);
[[nodiscard]] Element make_field_element(const Making& making, std::string_view tag);
void describe_control(Element& control, const Making& making, const Described& field);

// A field around one control that takes typing, a file or a choice.
[[nodiscard]] Element make_entry(const Making& making, const Described& field, Element control);
// A set of fields or options with its legend, hint and message; what is in it comes after.
[[nodiscard]] Element make_fieldset(const Making& making, const Described& field);

}  // namespace sayso::document
