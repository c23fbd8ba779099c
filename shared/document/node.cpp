#include "shared/document/node.h"

namespace sayso::document {

std::string key_of(const Node& parent, std::size_t index) {
  const Node& child = parent.children[index];
  if (!child.key.empty()) return child.key;
  std::size_t alike = 0;
  for (std::size_t i = 0; i < index; ++i) {
    if (parent.children[i].key.empty() && parent.children[i].kind == child.kind) ++alike;
  }
  return std::to_string(static_cast<int>(child.kind)) + "." + std::to_string(alike);
}

std::string join_path(std::string_view parent_path, std::string_view key) {
  std::string path(parent_path);
  if (!path.empty()) path += '/';
  path += key;
  return path;
}

}  // namespace sayso::document
