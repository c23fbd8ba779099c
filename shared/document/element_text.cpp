// Headings, paragraphs, lists and the inline runs inside of them.
#include <string>

#include "shared/base/check.h"
#include "shared/document/element_parts.h"
#include "shared/document/tone.h"

namespace sayso::document {
namespace {

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

Element make_heading(const Making& making) {
  CHECK(all_inline(making.node.children));
  const int level = making.node.level < 1 ? 2 : making.node.level > 3 ? 3 : making.node.level;
  const std::string tag = "h" + std::to_string(level);
  Element element = make_own(making, tag, "heading heading-" + std::to_string(level));
  if (level == 1) set_attribute(element, "tabindex", "-1");
  fill(element, making);
  return element;
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

Element make_list(const Making& making) {
  Element element = make_own(making, making.node.ordered ? "ol" : "ul", "list");
  add_children(element, making);
  return element;
}

Element make_item(const Making& making) {
  Element element = make_own(making, "li", "item");
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

// `hint` of a link is said to screen readers alone, after the text that is seen.
Element make_link(const Making& making) {
  const Node& node = making.node;
  const bool back = node.kind == Kind::BackLink;
  const bool button = node.tone == Tone::Primary || node.tone == Tone::Secondary;
  Element element = make_own(making, "a", back ? "back-link" : button ? "button" : "link");
  if (button && !back) add_class(element, node.tone == Tone::Primary ? "primary" : "secondary");
  set_attribute(element, "href", safe_address(node.href));
  set_unless_empty(element, "data-action", node.action);
  if (!node.value.empty()) set_attribute(element, "download", node.value);
  if (node.href.substr(0, 4) == "http") set_attribute(element, "rel", "noreferrer");
  if (node.hint.empty()) {
    element.text = node.label;
    element.text_of = Part::Self;
    return element;
  }
  Element text = make_text("span", ".text", {}, node.label, making, Part::Self);
  text.box_of.reset();
  element.children.push_back(std::move(text));
  element.children.push_back(make_hidden_text(".hint", " " + node.hint));
  return element;
}

Element make_tag(const Making& making) {
  Element element = make_own(making, "span", "tag");
  add_class(element, tone_name(making.node.tone));
  element.children.push_back(make_bare("span", ".sign", "sign"));
  Element text = make_text("span", ".text", {}, making.node.text, making, Part::Self);
  text.box_of.reset();
  element.children.push_back(std::move(text));
  return element;
}

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

}  // namespace

Element make_text_kind(const Making& making) {
  switch (making.node.kind) {
    case Kind::Heading:
      return make_heading(making);
    case Kind::Paragraph:
      return make_paragraph(making);
    case Kind::List:
      return make_list(making);
    case Kind::ListItem:
      return make_item(making);
    case Kind::Link:
    case Kind::BackLink:
      return make_link(making);
    case Kind::Tag:
      return make_tag(making);
    case Kind::Warning:
      return make_warning(making);
    case Kind::Separator:
      return make_own(making, "hr", "separator");
    default:
      return make_span(making);
  }
}

}  // namespace sayso::document
