#include "shared/components/notification_banner/build.h"

#include <utility>

namespace sayso::document {

Node banner(std::string title, Nodes children) {
  return titled(Kind::Banner, std::move(title), std::move(children));
}

}  // namespace sayso::document
