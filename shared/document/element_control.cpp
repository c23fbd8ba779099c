// Buttons, fields and choices, with their labels, hints and messages.
#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {
namespace {

// Label, hint and error of one field, and how its control refers to them.
struct Described {
  std::string id;
  std::string described_by;
};

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
  heading.children.push_back(std::move(label));
  into.children.push_back(std::move(heading));
}

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

Element make_text_area(const Making& making, const Described& field) {
  Element area = make_bare("textarea", ".control", "input area");
  set_attribute(area, "id", field.id);
  set_attribute(area, "name", making.node.name);
  set_attribute(area, "rows", "5");
  set_unless_empty(area, "autocomplete", making.node.autocomplete);
  area.text = making.node.value;
  return area;
}

Element make_file_input(const Making& making, const Described& field) {
  Element input = make_bare("input", ".control", "file");
  set_attribute(input, "type", "file");
  set_attribute(input, "id", field.id);
  set_attribute(input, "name", making.node.name);
  return input;
}

Element make_entry(const Making& making) {
  Element element = make_field_element(making, "div");
  const Described field = describe(making);
  add_label(element, making, field.id);
  add_hint(element, making, field.id);
  add_error(element, making, field.id);
  Element control = making.node.kind == Kind::TextArea    ? make_text_area(making, field)
                    : making.node.kind == Kind::FileInput ? make_file_input(making, field)
                                                          : make_input(making, field);
  describe_control(control, making, field);
  control.path = making.path;
  control.box_of = Part::Control;
  element.children.push_back(std::move(control));
  return element;
}

Element make_option(const Making& making, const std::string& id, std::string_view name) {
  const Node& node = making.node;
  const bool radio = node.kind == Kind::Radio;
  Element element = make_own(making, "div", "option", Id::Withheld);
  Element control = make_bare("input", ".control", radio ? "choice radio" : "choice checkbox");
  control.path = making.path;
  control.box_of = Part::Control;
  set_attribute(control, "type", radio ? "radio" : "checkbox");
  set_attribute(control, "id", id);
  set_attribute(control, "name", name);
  set_attribute(control, "value", node.value);
  set_unless_empty(control, "data-action", node.action);
  // The first option has its group's id; the two may both have a hint.
  const std::string described = id + "-option";
  if (!node.hint.empty()) set_attribute(control, "aria-describedby", described + "-hint");
  if (node.checked) set_attribute(control, "checked", "");
  if (node.disabled) set_attribute(control, "disabled", "");
  element.children.push_back(std::move(control));
  Element label = make_text("label", ".label", "option-label", node.label, making, Part::Label);
  set_attribute(label, "for", id);
  element.children.push_back(std::move(label));
  add_hint(element, making, described);
  return element;
}

Element make_legend(const Making& making) {
  const Node& node = making.node;
  if (!node.page_heading) {
    return make_text("legend", ".label", "label", node.label, making, Part::Label);
  }
  Element legend = make_bare("legend", ".legend", "legend");
  Element heading = make_text("h1", ".label", "heading-1", node.label, making, Part::Label);
  set_attribute(heading, "id", "page-heading");
  set_attribute(heading, "tabindex", "-1");
  legend.children.push_back(std::move(heading));
  return legend;
}

// The first option has the group's id, so that a link to the group leads to something that takes
// focus.
Element make_choices(const Making& making) {
  const Node& node = making.node;
  Element element = make_field_element(making, "fieldset");
  const Described field = describe(making);
  set_unless_empty(element, "aria-describedby", field.described_by);
  if (node.disabled) set_attribute(element, "disabled", "");
  if (!node.label.empty()) element.children.push_back(make_legend(making));
  add_hint(element, making, field.id);
  add_error(element, making, field.id);
  Element options =
      make_bare("div", ".options", node.inline_options ? "options side-by-side" : "options");
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& child = node.children[i];
    const std::string key = key_of(node, i);
    if (child.kind != Kind::Radio && child.kind != Kind::Checkbox) {
      options.children.push_back(make_child(making, i));
      continue;
    }
    const Making option{child, key, join_path(making.path, key), making.frame};
    const std::string id = !child.id.empty() ? child.id
                           : i == 0          ? field.id
                                             : field.id + "-" + std::to_string(i + 1);
    options.children.push_back(
        make_option(option, id, child.name.empty() ? node.name : child.name));
  }
  element.children.push_back(std::move(options));
  return element;
}

Element make_button(const Making& making) {
  const Node& node = making.node;
  Element element = make_own(making, "button", "button");
  add_class(element, node.tone == Tone::Primary   ? "primary"
                     : node.tone == Tone::Caution ? "caution"
                                                  : "secondary");
  set_attribute(element, "type", node.action.empty() ? "submit" : "button");
  set_unless_empty(element, "data-action", node.action);
  set_unless_empty(element, "name", node.name);
  set_unless_empty(element, "value", node.value);
  if (node.disabled) set_attribute(element, "disabled", "");
  if (node.hint.empty()) {
    element.text = node.label;
    element.text_of = Part::Self;
    return element;
  }
  Element text = make_text("span", ".text", {}, node.label, making, Part::Self);
  text.box_of.reset();
  element.children.push_back(std::move(text));
  element.children.push_back(make_hidden_text(".hint", " " + node.hint));
  return element;
}

}  // namespace

Element make_control_kind(const Making& making) {
  switch (making.node.kind) {
    case Kind::Button:
      return make_button(making);
    case Kind::Radios:
    case Kind::Checkboxes:
      return make_choices(making);
    case Kind::Radio:
    case Kind::Checkbox:
      return make_option(making, id_or_path(making), making.node.name);
    default:
      return make_entry(making);
  }
}

}  // namespace sayso::document
