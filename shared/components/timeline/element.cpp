#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_timeline(const Making& making) {
  Element element = make_own(making, "ol", "timeline");
  add_children(element, making);
  return element;
}

Element make_timeline_event(const Making& making) {
  Element element = make_own(making, "li", "timeline-event stack");
  element.children.push_back(
      make_text("h3", ".label", "timeline-what", making.node.label, making, Part::Label));
  element.children.push_back(make_text("p", ".hint", "hint", making.node.hint, making, Part::Hint));
  add_children(element, making);
  return element;
}

}  // namespace sayso::document
