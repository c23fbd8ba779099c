#include "shared/components/timeline/build.h"

#include <utility>

namespace sayso::document {

Node timeline(Nodes events) { return with_children(Kind::Timeline, std::move(events)); }

Node timeline_event(std::string what, std::string when, Nodes children) {
  Node node = titled(Kind::TimelineEvent, std::move(what), std::move(children));
  node.hint = std::move(when);
  return node;
}

}  // namespace sayso::document
