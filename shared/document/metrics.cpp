#include "shared/document/metrics.h"

#include <array>
#include <cstdint>

namespace sayso::document::metrics {
namespace {

enum class Label : std::uint8_t { Plain, Bold, Title, Page };
enum class Width : std::uint8_t { Readable, Whole };

struct Traits {
  float space;
  Label label;
  Width width;
};

constexpr std::array<Traits, kind_count> traits{{
#define SAYSO_KIND(kind, functions, space, label, width) {space, Label::label, Width::width},
#include "shared/document/kinds.def"
#undef SAYSO_KIND
}};

const Traits& traits_of(Kind kind) { return traits[static_cast<std::size_t>(kind)]; }

}  // namespace

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
  switch (traits_of(node.kind).label) {
    case Label::Page:
      return heading(1, wide);
    case Label::Title:
      return heading(3, wide);
    case Label::Bold:
      return body_bold;
    case Label::Plain:
      break;
  }
  return body;
}

float space_above(const Node& node) {
  if (node.kind == Kind::Heading && node.level <= 2) return 40;
  // One that looks like a button is spaced like one.
  const bool button_link =
      node.kind == Kind::Link && (node.tone == Tone::Primary || node.tone == Tone::Secondary);
  return button_link ? traits_of(Kind::Button).space : traits_of(node.kind).space;
}

bool takes_whole_width(Kind kind) { return traits_of(kind).width == Width::Whole; }

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
