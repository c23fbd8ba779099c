#include "shared/document/node.h"

namespace sayso::document {

std::string key_of(const Node& parent, std::size_t index) {
  const Node& child = parent.children[index];
  return child.key.empty() ? std::to_string(index) : child.key;
}

std::string join_path(std::string_view parent_path, std::string_view key) {
  std::string path(parent_path);
  if (!path.empty()) path += '/';
  path += key;
  return path;
}

}  // namespace sayso::document
