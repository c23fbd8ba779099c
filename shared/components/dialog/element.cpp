#include <string>

#include "shared/components/exit_this_page/element.h"
#include "shared/document/element_parts.h"

namespace sayso::document {

// client/web/dialog.js makes it modal.
Element make_dialog(const Making& making) {
  Element element = make_own(making, "dialog", "dialog stack");
  set_attribute(element, "aria-labelledby", making.node.id + "-title");
  // Said along with the title when it opens, where the first part may be referred to.
  if (!making.node.children.empty())
    set_unless_empty(element, "aria-describedby", making.node.children.front().id);
  set_unless_empty(element, "data-cancel", making.node.action);
  Element title = make_leaf("h2", ".label", "dialog-title", making.node.label);
  set_attribute(title, "id", making.node.id + "-title");
  element.children.push_back(std::move(title));
  add_children(element, making);
  element.children.push_back(make_exit_from_dialog(making.frame));
  return element;
}

}  // namespace sayso::document
