#include <algorithm>
#include <string>

#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_progress(const Making& making) {
  Element element = make_own(making, "div", "progress", Id::Withheld);
  const std::string id = id_or_path(making);
  Element label =
      make_text("label", ".label", "progress-label", making.node.label, making, Part::Label);
  set_attribute(label, "for", id);
  element.children.push_back(std::move(label));
  Element bar = make_bare("progress", ".control", "bar");
  bar.path = making.path;
  bar.box_of = Part::Control;
  set_attribute(bar, "id", id);
  set_attribute(bar, "max", "100");
  if (making.node.number >= 0) set_attribute(bar, "value", std::to_string(making.node.number));
  element.children.push_back(std::move(bar));
  return element;
}

}  // namespace sayso::document
