#include "shared/components/task_list/build.h"

#include <utility>

namespace sayso::document {

Node task_list(Nodes tasks) { return with_children(Kind::TaskList, std::move(tasks)); }

Node task(Node name, Node status, std::string hint) {
  Node node = make(Kind::Task);
  node.hint = std::move(hint);
  node.children.push_back(keyed("name", std::move(name)));
  node.children.push_back(keyed("status", std::move(status)));
  return node;
}

}  // namespace sayso::document
