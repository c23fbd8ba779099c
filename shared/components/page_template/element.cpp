#include <algorithm>
#include <string>

#include "shared/components/exit_this_page/element.h"
#include "shared/components/footer/element.h"
#include "shared/components/header/element.h"
#include "shared/components/makers.h"
#include "shared/components/page_template/page.h"
#include "shared/components/phase_banner/element.h"
#include "shared/document/element_parts.h"

namespace sayso::document {

namespace {

Element make_back(const Document& document) {
  Element bar = make_bare("nav", ".back", "back-bar");
  bar.children.push_back(make_element(document.back.front(), "back", "", document.frame, makers()));
  return bar;
}

Element make_live(std::string_view key, std::string_view urgency, std::string_view words) {
  Element region = make_leaf("div", key, "visually-hidden", words);
  set_attribute(region, "aria-live", urgency);
  return region;
}

}  // namespace

Element make_main(const Making& making) {
  Element element = make_stack(making, "main", "main");
  set_attribute(element, "tabindex", "-1");
  return element;
}

Page make_page(const Document& document) {
  Page page;
  page.title = document.title;
  page.language = document.language;
  page.direction = document.direction == Direction::RightToLeft ? Direction::RightToLeft
                                                                : Direction::LeftToRight;
  page.focus = document.focus;
  Element& root = page.root;
  root = make_bare("div", ".page", "page");
  set_attribute(root, "id", "page");
  root.children.push_back(make_header(document));
  if (!document.frame.phase_text.empty()) root.children.push_back(make_phase(document.frame));
  if (!document.back.empty()) root.children.push_back(make_back(document));
  root.children.push_back(make_element(document.main, "main", "", document.frame, makers()));
  if (!document.footer.empty()) root.children.push_back(make_footer(document, makers()));
  if (!document.dialog.empty()) {
    root.children.push_back(
        make_element(document.dialog.front(), "dialog", "", document.frame, makers()));
  }
  root.children.push_back(make_live(".polite", "polite", document.announcement));
  root.children.push_back(make_live(".assertive", "assertive", document.alert));
  return page;
}

std::string write_html(const Document& document, const HtmlOptions& options) {
  return write_html(make_page(document), options);
}

std::string write_html(const Node& node, const Frame& frame) {
  return write_html(make_element(node, node.key.empty() ? "0" : node.key, "", frame, makers()));
}

}  // namespace sayso::document
