#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_task_list(const Making& making) {
  Element element = make_own(making, "ul", "task-list");
  add_children(element, making);
  return element;
}

// The link is told with its hint and its state.
Element make_task(const Making& making) {
  Element element = make_own(making, "li", "task", Id::Withheld);
  const std::string id = id_or_path(making);
  Element name = make_child(making, 0);
  Element status = make_child(making, 1);
  set_attribute(status, "id", id + "-status");
  std::string described = id + "-status";
  Element words = make_bare("div", ".words", "task-words");
  Element hint = make_text("p", ".hint", "hint", making.node.hint, making, Part::Hint);
  if (!making.node.hint.empty()) {
    described = id + "-hint " + described;
    set_attribute(hint, "id", id + "-hint");
  }
  if (name.tag == "a") set_attribute(name, "aria-describedby", described);
  words.children.push_back(std::move(name));
  if (!making.node.hint.empty()) words.children.push_back(std::move(hint));
  element.children.push_back(std::move(words));
  element.children.push_back(std::move(status));
  return element;
}

}  // namespace sayso::document
