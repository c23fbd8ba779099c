#include "shared/document/element.h"

namespace sayso::document {

bool same_elements(const Element& a, const Element& b) {
  if (a.tag != b.tag || a.key != b.key || a.text != b.text || a.attributes != b.attributes ||
      a.children.size() != b.children.size()) {
    return false;
  }
  for (std::size_t i = 0; i < a.children.size(); ++i) {
    if (!same_elements(a.children[i], b.children[i])) return false;
  }
  return true;
}

const std::string* find_attribute(const Element& element, std::string_view name) {
  for (const Attribute& attribute : element.attributes) {
    if (attribute.name == name) return &attribute.value;
  }
  return nullptr;
}

}  // namespace sayso::document
