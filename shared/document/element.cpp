#include "shared/document/element.h"

#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_element(const Node& node, std::string_view key, std::string_view parent_path,
                     const Frame& frame) {
  const Making making{node, std::string(key), join_path(parent_path, key), frame};
  switch (node.kind) {
    case Kind::Heading:
    case Kind::Paragraph:
    case Kind::List:
    case Kind::ListItem:
    case Kind::Span:
    case Kind::Link:
    case Kind::BackLink:
    case Kind::Tag:
    case Kind::Warning:
    case Kind::Separator:
      return make_text_kind(making);
    case Kind::Main:
    case Kind::Section:
    case Kind::Form:
    case Kind::Group:
    case Kind::Columns:
    case Kind::Quote:
    case Kind::Inset:
    case Kind::Banner:
    case Kind::Panel:
    case Kind::Details:
    case Kind::ErrorSummary:
      return make_container_kind(making);
    case Kind::Button:
    case Kind::Radios:
    case Kind::Radio:
    case Kind::Checkboxes:
    case Kind::Checkbox:
    case Kind::TextInput:
    case Kind::TextArea:
    case Kind::FileInput:
      return make_control_kind(making);
    case Kind::SummaryList:
    case Kind::SummaryRow:
    case Kind::Table:
    case Kind::TableRow:
    case Kind::TableCell:
    case Kind::Progress:
    case Kind::Figure:
      break;
  }
  return make_data_kind(making);
}

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
