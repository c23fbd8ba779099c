#include "shared/components/progress_bar/build.h"

#include <utility>

namespace sayso::document {

Node progress(std::string label, int percent) {
  Node node = with_label(Kind::Progress, std::move(label));
  node.number = percent;
  return node;
}

}  // namespace sayso::document
