#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_warning(const Making& making) {
  Element element = make_own(making, "div", "warning");
  element.children.push_back(make_bare("span", ".sign", "warning-sign"));
  Element words =
      make_bare(all_inline(making.node.children) ? "strong" : "div", ".words", "warning-words");
  if (!making.frame.warning_label.empty()) {
    words.children.push_back(make_hidden_text(".said", making.frame.warning_label + " "));
  }
  Element text = make_text("span", ".text", {}, making.node.text, making, Part::Self);
  text.box_of.reset();
  words.children.push_back(std::move(text));
  add_children(words, making);
  element.children.push_back(std::move(words));
  return element;
}

}  // namespace sayso::document
