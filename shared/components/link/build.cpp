#include "shared/components/link/build.h"

#include <utility>

namespace sayso::document {

Node link(std::string label, std::string href, std::string action) {
  Node node = with_label(Kind::Link, std::move(label));
  node.href = std::move(href);
  node.action = std::move(action);
  return node;
}

Node download(std::string label, std::string href, std::string file_name, std::string action) {
  Node node = link(std::move(label), std::move(href), std::move(action));
  node.value = std::move(file_name);
  return node;
}

}  // namespace sayso::document
