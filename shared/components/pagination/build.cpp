#include "shared/components/pagination/build.h"

#include <utility>

namespace sayso::document {

Node pagination(std::string label, Nodes pages) {
  return titled(Kind::Pagination, std::move(label), std::move(pages));
}

Node current_page(Node page) {
  page.checked = true;
  return page;
}

}  // namespace sayso::document
