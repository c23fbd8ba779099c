#include <algorithm>
#include <string>

#include "shared/components/footer/element.h"
#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_footer(const Document& document, const Makers& makers) {
  Element footer = make_bare("footer", ".footer", "footer");
  Element list = make_bare("ul", "footer", "footer-list");
  for (std::size_t i = 0; i < document.footer.size(); ++i) {
    const Node& link = document.footer[i];
    const std::string key = link.key.empty() ? std::to_string(i) : link.key;
    Element item = make_bare("li", "." + key, "footer-item");
    item.children.push_back(make_element(link, key, "footer", document.frame, makers));
    list.children.push_back(std::move(item));
  }
  footer.children.push_back(std::move(list));
  return footer;
}

}  // namespace sayso::document
