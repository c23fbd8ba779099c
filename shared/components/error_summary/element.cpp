#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"
#include "shared/document/node_parts.h"

namespace sayso::document {

namespace {

// Links to fields are a list, and counted aloud as one; what is told in sentences is not.
Element make_errors(const Making& making) {
  const Nodes& children = making.node.children;
  const bool links = std::all_of(children.begin(), children.end(),
                                 [](const Node& child) { return child.kind == Kind::Link; });
  Element errors = make_bare(links ? "ul" : "div", ".list", "error-list");
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (!links) {
      errors.children.push_back(make_child(making, i));
      continue;
    }
    Element item = make_bare("li", "." + key_of(making.node, i), "item");
    item.children.push_back(make_child(making, i));
    errors.children.push_back(std::move(item));
  }
  return errors;
}

}  // namespace

// Said when it takes the focus: a group by its title, described by what is wrong. No alert as well,
// or it would be said twice by one screen reader and not at all by another.
Element make_error_summary(const Making& making) {
  Element element = make_own(making, "div", "error-summary");
  const std::string id = id_or_path(making);
  set_attribute(element, "tabindex", "-1");
  set_attribute(element, "role", "group");
  set_attribute(element, "aria-labelledby", id + "-title");
  set_attribute(element, "aria-describedby", id + "-errors");
  Element title = make_text("h2", ".label", "error-title", making.node.label, making, Part::Label);
  set_attribute(title, "id", id + "-title");
  element.children.push_back(std::move(title));
  Element errors = make_errors(making);
  set_attribute(errors, "id", id + "-errors");
  element.children.push_back(std::move(errors));
  return element;
}

}  // namespace sayso::document
