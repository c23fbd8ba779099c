#include <algorithm>
#include <string>

#include "shared/components/exit_this_page/element.h"
#include "shared/components/header/element.h"
#include "shared/components/skip_link/element.h"
#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_header(const Document& document) {
  Element header = make_bare("header", ".header", "header");
  // First of all, and inside of a landmark, as everything on the page is.
  if (!document.frame.skip_label.empty()) header.children.push_back(make_skip_link(document.frame));
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

}  // namespace sayso::document
