#include <algorithm>
#include <string>

#include "shared/components/field/element.h"
#include "shared/components/options/element.h"
#include "shared/document/element_parts.h"

namespace sayso::document {

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

// The first option has the group's id, so that a link to the group leads to something that takes
// focus.
Element make_choices(const Making& making) {
  const Node& node = making.node;
  const Described field = describe(making);
  Element element = make_fieldset(making, field);
  Element options =
      make_bare("div", ".options", node.inline_options ? "options side-by-side" : "options");
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& child = node.children[i];
    const std::string key = key_of(node, i);
    if (child.kind != Kind::Radio && child.kind != Kind::Checkbox) {
      options.children.push_back(make_child(making, i));
      continue;
    }
    const Making option{child, key, join_path(making.path, key), making.frame, making.makers};
    const std::string id = !child.id.empty() ? child.id
                           : i == 0          ? field.id
                                             : field.id + "-" + std::to_string(i + 1);
    options.children.push_back(
        make_option(option, id, child.name.empty() ? node.name : child.name));
  }
  element.children.push_back(std::move(options));
  return element;
}

}  // namespace sayso::document
