// What holds a stack of other nodes.
#include "shared/document/element_parts.h"

namespace sayso::document {
namespace {

Element make_stack(const Making& making, std::string_view tag, std::string_view classes) {
  Element element = make_own(making, tag, classes);
  add_class(element, "stack");
  if (!making.node.text.empty()) {
    Element text = make_text("p", ".text", "paragraph", making.node.text, making, Part::Self);
    text.box_of.reset();
    element.children.push_back(std::move(text));
  }
  add_children(element, making);
  return element;
}

Element make_main(const Making& making) {
  Element element = make_stack(making, "main", "main");
  set_attribute(element, "tabindex", "-1");
  return element;
}

// Without script a form posts to its address: what is in it must never end up in the browser's
// history.
Element make_form(const Making& making) {
  Element element = make_stack(making, "form", "form");
  set_attribute(element, "method", "post");
  if (!making.node.href.empty()) set_attribute(element, "action", safe_address(making.node.href));
  set_unless_empty(element, "data-action", making.node.action);
  set_attribute(element, "novalidate", "");
  return element;
}

Element make_titled(const Making& making, std::string_view classes, std::string_view title_class,
                    std::string_view title_tag) {
  Element element = make_own(making, "div", classes, Id::Withheld);
  Element title =
      make_text(title_tag, ".label", title_class, making.node.label, making, Part::Label);
  element.children.push_back(std::move(title));
  Element body = make_bare("div", ".body", "stack");
  add_children(body, making);
  element.children.push_back(std::move(body));
  return element;
}

Element make_banner(const Making& making) {
  Element element = make_titled(making, "banner", "banner-title", "h2");
  const std::string id = id_or_path(making);
  set_unless_empty(element, "id", making.node.id);
  set_attribute(element, "role", "region");
  set_attribute(element, "aria-labelledby", id + "-title");
  set_attribute(element.children.front(), "id", id + "-title");
  return element;
}

Element make_panel(const Making& making) {
  const bool heading = making.node.page_heading;
  Element element = make_titled(making, "panel", "panel-title", heading ? "h1" : "h2");
  Element& title = element.children.front();
  set_unless_empty(title, "id", making.node.id);
  if (heading) set_attribute(title, "tabindex", "-1");
  return element;
}

Element make_details(const Making& making) {
  Element element = make_own(making, "details", "details");
  if (making.node.open) set_attribute(element, "open", "");
  Element summary = make_bare("summary", ".summary", "summary");
  summary.path = making.path;
  summary.box_of = Part::Label;
  Element text =
      make_text("span", ".label", "summary-text", making.node.label, making, Part::Label);
  text.box_of.reset();
  summary.children.push_back(std::move(text));
  element.children.push_back(std::move(summary));
  Element body = make_bare("div", ".body", "details-body stack");
  add_children(body, making);
  element.children.push_back(std::move(body));
  return element;
}

// The alert is inside of what takes the focus, so that it is spoken once.
Element make_error_summary(const Making& making) {
  Element element = make_own(making, "div", "error-summary");
  set_attribute(element, "tabindex", "-1");
  Element alert = make_bare("div", ".alert");
  set_attribute(alert, "role", "alert");
  alert.children.push_back(
      make_text("h2", ".label", "error-title", making.node.label, making, Part::Label));
  Element list = make_bare("ul", ".list", "error-list");
  for (std::size_t i = 0; i < making.node.children.size(); ++i) {
    Element item = make_bare("li", "." + key_of(making.node, i), "item");
    item.children.push_back(make_child(making, i));
    list.children.push_back(std::move(item));
  }
  alert.children.push_back(std::move(list));
  element.children.push_back(std::move(alert));
  return element;
}

}  // namespace

Element make_container_kind(const Making& making) {
  switch (making.node.kind) {
    case Kind::Main:
      return make_main(making);
    case Kind::Section:
      return make_stack(making, "section", "section");
    case Kind::Form:
      return make_form(making);
    case Kind::Columns: {
      Element element = make_own(making, "div", "columns");
      add_children(element, making);
      return element;
    }
    case Kind::Quote:
      return make_stack(making, "blockquote", "quote");
    case Kind::Inset:
      return make_stack(making, "div", "inset");
    case Kind::Banner:
      return make_banner(making);
    case Kind::Panel:
      return make_panel(making);
    case Kind::Details:
      return make_details(making);
    case Kind::ErrorSummary:
      return make_error_summary(making);
    default:
      return make_stack(making, "div", "group");
  }
}

}  // namespace sayso::document
