// The frame around every screen. All of it stands in landmarks, so that screen readers can skip
// from one to the next and nothing lies between.
#include "shared/document/element_parts.h"

namespace sayso::document {
namespace {

Element make_leaf(std::string_view tag, std::string_view key, std::string_view classes,
                  std::string_view text) {
  Element element = make_bare(tag, key, classes);
  element.text = text;
  return element;
}

// A plain link, so that it works with nothing else loaded; exit.js finds it by its id.
Element make_exit(const Frame& frame) {
  Element exit = make_bare("a", ".exit", "exit");
  set_attribute(exit, "id", "exit");
  set_attribute(exit, "href", safe_address(frame.exit_address));
  set_attribute(exit, "rel", "nofollow noreferrer");
  if (frame.exit_hint.empty()) {
    exit.text = frame.exit_label;
    return exit;
  }
  exit.children.push_back(make_leaf("span", ".text", {}, frame.exit_label));
  exit.children.push_back(make_hidden_text(".hint", " " + frame.exit_hint));
  return exit;
}

Element make_header(const Document& document) {
  Element header = make_bare("header", ".header", "header");
  Element inner = make_bare("div", ".inner", "header-inner");
  Element names = make_bare("div", ".names", "header-names");
  if (!document.council.empty()) {
    names.children.push_back(make_leaf("span", ".council", "header-council", document.council));
  }
  if (!document.service.empty()) {
    const bool leads_home = !document.frame.home_address.empty();
    Element service =
        make_leaf(leads_home ? "a" : "span", ".service", "header-service", document.service);
    if (leads_home) set_attribute(service, "href", safe_address(document.frame.home_address));
    names.children.push_back(std::move(service));
  }
  inner.children.push_back(std::move(names));
  if (!document.frame.exit_label.empty()) inner.children.push_back(make_exit(document.frame));
  header.children.push_back(std::move(inner));
  return header;
}

Element make_phase(const Frame& frame) {
  Element band = make_bare("aside", ".phase", "phase");
  Element line = make_bare("p", ".line", "phase-line");
  if (!frame.phase_label.empty()) {
    line.children.push_back(make_leaf("strong", ".label", "phase-label", frame.phase_label));
  }
  line.children.push_back(make_leaf("span", ".text", {}, frame.phase_text));
  band.children.push_back(std::move(line));
  return band;
}

Element make_back(const Document& document) {
  Element bar = make_bare("nav", ".back", "back-bar");
  bar.children.push_back(make_element(document.back.front(), "back", "", document.frame));
  return bar;
}

Element make_footer(const Document& document) {
  Element footer = make_bare("footer", ".footer", "footer");
  Element list = make_bare("ul", "footer", "footer-list");
  for (std::size_t i = 0; i < document.footer.size(); ++i) {
    const Node& link = document.footer[i];
    const std::string key = link.key.empty() ? std::to_string(i) : link.key;
    Element item = make_bare("li", "." + key, "footer-item");
    item.children.push_back(make_element(link, key, "footer", document.frame));
    list.children.push_back(std::move(item));
  }
  footer.children.push_back(std::move(list));
  return footer;
}

Element make_live(std::string_view key, std::string_view urgency, std::string_view words) {
  Element region = make_leaf("div", key, "visually-hidden", words);
  set_attribute(region, "aria-live", urgency);
  return region;
}

}  // namespace

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
  if (!document.frame.skip_label.empty()) {
    Element skip = make_leaf("a", ".skip", "skip-link", document.frame.skip_label);
    set_attribute(skip, "href", "#main");
    root.children.push_back(std::move(skip));
  }
  root.children.push_back(make_header(document));
  if (!document.frame.phase_text.empty()) root.children.push_back(make_phase(document.frame));
  if (!document.back.empty()) root.children.push_back(make_back(document));
  root.children.push_back(make_element(document.main, "main", "", document.frame));
  if (!document.footer.empty()) root.children.push_back(make_footer(document));
  root.children.push_back(make_live(".polite", "polite", document.announcement));
  root.children.push_back(make_live(".assertive", "assertive", document.alert));
  return page;
}

}  // namespace sayso::document
