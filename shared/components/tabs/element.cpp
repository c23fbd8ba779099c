#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

namespace {

// Roles only where the client is there to carry them out.
Element make_tab_link(const Making& making) {
  const Node& node = making.node;
  Element link = make_text("a", ".label", "tab", node.label, making, Part::Label);
  set_attribute(link, "href", "#" + node.id);
  if (!making.frame.live) return link;
  set_attribute(link, "id", node.id + "-tab");
  set_attribute(link, "role", "tab");
  set_attribute(link, "aria-controls", node.id);
  set_attribute(link, "aria-selected", node.open ? "true" : "false");
  if (!node.open) set_attribute(link, "tabindex", "-1");
  set_unless_empty(link, "data-action", node.action);
  return link;
}

}  // namespace

Element make_tabs(const Making& making) {
  Element element = make_own(making, "div", "tabs");
  Element list = make_bare("ul", ".list", "tab-list");
  if (making.frame.live) {
    set_attribute(list, "role", "tablist");
    set_unless_empty(list, "aria-label", making.node.label);
  } else {
    Element title = make_leaf("p", ".label", "tabs-title", making.node.label);
    element.children.push_back(std::move(title));
  }
  for (std::size_t i = 0; i < making.node.children.size(); ++i) {
    const std::string key = key_of(making.node, i);
    const Making one{making.node.children[i], key, join_path(making.path, key), making.frame,
                     making.makers};
    Element item = make_bare("li", "." + key, "tab-item");
    if (making.frame.live) set_attribute(item, "role", "presentation");
    item.children.push_back(make_tab_link(one));
    list.children.push_back(std::move(item));
  }
  element.children.push_back(std::move(list));
  add_children(element, making);
  return element;
}

Element make_tab(const Making& making) {
  Element element = make_stack(making, "section", "tab-panel");
  if (!making.frame.live) return element;
  set_attribute(element, "role", "tabpanel");
  set_attribute(element, "aria-labelledby", making.node.id + "-tab");
  if (!making.node.open) set_attribute(element, "hidden", "");
  return element;
}

}  // namespace sayso::document
