#include "shared/document/metrics.h"

namespace sayso::document::metrics {

Type type_of(const Node& node, bool wide) {
  switch (node.kind) {
    case Kind::Heading:
      return heading(node.level, wide);
    case Kind::Tag:
      return small_bold;
    case Kind::Button:
    case Kind::Warning:
      return body_bold;
    case Kind::BackLink:
      return small;
    case Kind::TableCell:
      return node.header ? body_bold : body;
    default:
      break;
  }
  switch (node.style) {
    case Style::Lead:
      return lead;
    case Style::Small:
    case Style::Muted:
    case Style::Caption:
      return small;
    case Style::Strong:
      return body_bold;
    case Style::Body:
    case Style::Code:
      break;
  }
  return body;
}

Type label_type_of(const Node& node, bool wide) {
  if (node.page_heading) return heading(1, wide);
  switch (node.kind) {
    case Kind::Panel:
      return heading(1, wide);
    case Kind::ErrorSummary:
    case Kind::Banner:
      return heading(3, wide);
    case Kind::Radios:
    case Kind::Checkboxes:
    case Kind::TextInput:
    case Kind::TextArea:
    case Kind::FileInput:
    case Kind::SummaryRow:
    case Kind::Table:
      return body_bold;
    default:
      return body;
  }
}

float space_above(const Node& node) {
  switch (node.kind) {
    case Kind::Heading:
      return node.level <= 2 ? 40 : 32;
    case Kind::Section:
      return 48;
    case Kind::Form:
    case Kind::Button:
    case Kind::Radios:
    case Kind::Checkboxes:
    case Kind::TextInput:
    case Kind::TextArea:
    case Kind::FileInput:
    case Kind::Columns:
    case Kind::Banner:
    case Kind::Panel:
    case Kind::ErrorSummary:
    case Kind::SummaryList:
    case Kind::Table:
    case Kind::Figure:
      return 32;
    case Kind::Link:  // one that looks like a button is spaced like one
      return node.tone == Tone::Primary || node.tone == Tone::Secondary ? 32 : 24;
    case Kind::Radio:
    case Kind::Checkbox:
      return option_spacing;
    case Kind::ListItem:
      return 8;
    case Kind::SummaryRow:
    case Kind::TableRow:
    case Kind::TableCell:
      return 0;
    case Kind::Main:
    case Kind::Group:
    case Kind::Paragraph:
    case Kind::List:
    case Kind::Span:
    case Kind::Quote:
    case Kind::Inset:
    case Kind::Warning:
    case Kind::Tag:
    case Kind::BackLink:
    case Kind::Details:
    case Kind::Progress:
    case Kind::Separator:
      break;
  }
  return 24;
}

float space_between(const Node& above, const Node& below) {
  const bool caption = above.kind == Kind::Paragraph && above.style == Style::Caption;
  if (caption && below.kind == Kind::Heading) return 4;
  if (above.kind == Kind::Button && below.kind == Kind::Button) return 16;
  if (above.kind == Kind::Heading && below.kind != Kind::Heading && below.kind != Kind::Section) {
    return above.level <= 1 ? 24 : 16;
  }
  if (above.kind == Kind::Paragraph && below.kind == Kind::List) return 12;
  if (above.kind == Kind::Details && below.kind == Kind::Details) return 8;
  return space_above(below);
}

float padding_of(Kind kind) {
  switch (kind) {
    case Kind::Banner:
    case Kind::Panel:
    case Kind::ErrorSummary:
    case Kind::Quote:
      return panel_padding;
    case Kind::Inset:
      return inset_padding;
    default:
      return 0;
  }
}

}  // namespace sayso::document::metrics
