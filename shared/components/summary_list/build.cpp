#include "shared/components/summary_list/build.h"

#include <utility>

#include "shared/components/paragraph/build.h"

namespace sayso::document {

Node summary_list(Nodes rows) { return with_children(Kind::SummaryList, std::move(rows)); }

Node summary_row(std::string name, std::string value, Nodes actions) {
  Nodes content;
  content.push_back(span(std::move(value)));
  return summary_row(std::move(name), std::move(content), std::move(actions));
}

Node summary_row(std::string name, Nodes value, Nodes actions) {
  Node node = titled(Kind::SummaryRow, std::move(name), std::move(value));
  for (Node& action : actions) {
    action.action_link = true;
    node.children.push_back(std::move(action));
  }
  return node;
}

}  // namespace sayso::document
