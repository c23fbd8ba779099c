#include <algorithm>
#include <string>

#include "shared/components/paragraph/element.h"
#include "shared/document/element_parts.h"

namespace sayso::document {

std::string_view style_classes(Style style) {
  switch (style) {
    case Style::Body:
      return "";
    case Style::Lead:
      return "lead";
    case Style::Small:
      return "small";
    case Style::Muted:
      return "small muted";
    case Style::Caption:
      return "small muted caption";
    case Style::Strong:
      return "strong";
    case Style::Code:
      return "code";
  }
  return "";
}

Element make_paragraph(const Making& making) {
  const std::string_view tag = all_inline(making.node.children) ? "p" : "div";
  Element element = make_own(making, tag, "paragraph");
  if (const std::string_view style = style_classes(making.node.style); !style.empty()) {
    add_class(element, style);
  }
  fill(element, making);
  return element;
}

Element make_span(const Making& making) {
  const Style style = making.node.style;
  const std::string_view tag = style == Style::Strong ? "strong"
                               : style == Style::Code ? "code"
                                                      : "span";
  const bool said_by_tag = style == Style::Strong || style == Style::Code;
  Element element = make_own(making, tag, said_by_tag ? "" : style_classes(style));
  fill(element, making);
  return element;
}

}  // namespace sayso::document
