#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_summary_list(const Making& making) {
  Element element = make_own(making, "dl", "summary-list");
  add_children(element, making);
  return element;
}

Element make_summary_row(const Making& making) {
  Element element = make_own(making, "div", "summary-row");
  element.children.push_back(
      make_text("dt", ".label", "summary-key", making.node.label, making, Part::Label));
  Element value = make_bare("dd", ".value", "summary-value");
  Element actions = make_bare("dd", ".actions", "summary-actions");
  bool blocks = false;
  for (std::size_t i = 0; i < making.node.children.size(); ++i) {
    const Node& child = making.node.children[i];
    if (!child.action_link && !is_inline(child.kind)) blocks = true;
    (child.action_link ? actions : value).children.push_back(make_child(making, i));
  }
  if (blocks) add_class(value, "stack");
  element.children.push_back(std::move(value));
  if (!actions.children.empty()) element.children.push_back(std::move(actions));
  return element;
}

}  // namespace sayso::document
