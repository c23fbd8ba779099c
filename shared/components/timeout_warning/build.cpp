#include "shared/components/timeout_warning/build.h"

#include <utility>

#include "shared/components/dialog/build.h"
#include "shared/components/grouping/build.h"

namespace sayso::document {

Node timeout_warning(std::string title, Nodes content, Node stay, Node leave) {
  const std::string cancel = stay.action;
  return dialog(std::move(title),
                {identified("dialog-text", keyed("text", group(std::move(content)))),
                 keyed("stay", std::move(stay)), keyed("leave", std::move(leave))},
                cancel);
}

}  // namespace sayso::document
