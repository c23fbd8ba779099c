#include <algorithm>
#include <string>

#include "shared/components/field/element.h"
#include "shared/document/element_parts.h"

namespace sayso::document {

namespace {

Element make_legend(const Making& making) {
  const Node& node = making.node;
  if (!node.page_heading) {
    return make_text("legend", ".label", "label", node.label, making, Part::Label);
  }
  // As large as the heading in it, which assistive technology may frame and look for by touch.
  Element legend = make_bare("legend", ".legend", "legend");
  legend.path = making.path;
  legend.box_of = Part::Label;
  Element heading = make_text("h1", ".label", "heading-1", node.label, making, Part::Label);
  set_attribute(heading, "id", "page-heading");
  set_attribute(heading, "tabindex", "-1");
  legend.children.push_back(std::move(heading));
  return legend;
}

}  // namespace

Described describe(const Making& making) {
  Described field{id_or_path(making), {}};
  if (!making.node.hint.empty()) field.described_by = field.id + "-hint";
  if (!making.node.error.empty()) {
    if (!field.described_by.empty()) field.described_by += ' ';
    field.described_by += field.id + "-error";
  }
  return field;
}

void add_hint(Element& into, const Making& making, const std::string& id) {
  if (making.node.hint.empty()) return;
  Element hint = make_text("p", ".hint", "hint", making.node.hint, making, Part::Hint);
  set_attribute(hint, "id", id + "-hint");
  into.children.push_back(std::move(hint));
}

void add_error(Element& into, const Making& making, const std::string& id) {
  if (making.node.error.empty()) return;
  Element error = make_bare("p", ".error", "error-message");
  error.path = making.path;
  error.box_of = Part::Error;
  set_attribute(error, "id", id + "-error");
  if (!making.frame.error_prefix.empty()) {
    error.children.push_back(make_hidden_text(".said", making.frame.error_prefix + " "));
  }
  Element text = make_text("span", ".text", {}, making.node.error, making, Part::Error);
  text.box_of.reset();
  error.children.push_back(std::move(text));
  into.children.push_back(std::move(error));
}

Element make_field_element(const Making& making, std::string_view tag) {
  Element element = make_own(making, tag, "field", Id::Withheld);
  if (!making.node.error.empty()) add_class(element, "at-fault");
  return element;
}

void describe_control(Element& control, const Making& making, const Described& field) {
  set_unless_empty(control, "aria-describedby", field.described_by);
  if (!making.node.error.empty()) set_attribute(control, "aria-invalid", "true");
  if (making.node.disabled) set_attribute(control, "disabled", "");
}

void add_label(Element& into, const Making& making, const std::string& id) {
  Element label = make_text("label", ".label", "label", making.node.label, making, Part::Label);
  set_attribute(label, "for", id);
  if (!making.node.page_heading) {
    into.children.push_back(std::move(label));
    return;
  }
  Element heading = make_bare("h1", ".heading", "heading-1");
  set_attribute(heading, "id", "page-heading");
  set_attribute(heading, "tabindex", "-1");
  heading.path = making.path;
  heading.box_of = Part::Label;
  heading.children.push_back(std::move(label));
  into.children.push_back(std::move(heading));
}

Element make_entry(const Making& making, const Described& field, Element control) {
  Element element = make_field_element(making, "div");
  add_label(element, making, field.id);
  add_hint(element, making, field.id);
  add_error(element, making, field.id);
  describe_control(control, making, field);
  control.path = making.path;
  control.box_of = Part::Control;
  element.children.push_back(std::move(control));
  return element;
}

Element make_fieldset(const Making& making, const Described& field) {
  const Node& node = making.node;
  Element element = make_field_element(making, "fieldset");
  set_unless_empty(element, "aria-describedby", field.described_by);
  if (node.disabled) set_attribute(element, "disabled", "");
  if (!node.label.empty()) element.children.push_back(make_legend(making));
  add_hint(element, making, field.id);
  add_error(element, making, field.id);
  return element;
}

}  // namespace sayso::document
