#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"
#include "shared/document/tone.h"

namespace sayso::document {

Element make_tag(const Making& making) {
  Element element = make_own(making, "span", "tag");
  add_class(element, tone_name(making.node.tone));
  element.children.push_back(make_bare("span", ".sign", "sign"));
  Element text = make_text("span", ".text", {}, making.node.text, making, Part::Self);
  text.box_of.reset();
  element.children.push_back(std::move(text));
  return element;
}

}  // namespace sayso::document
