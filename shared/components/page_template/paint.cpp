#include <algorithm>

#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::Node;

float paint_main(Composer& on, const Node& node, const std::string& path, Area area,
                 Manner manner) {
  return on.text_block(node, path, area, manner, metrics::type_of(node, on.tablet()));
}

}  // namespace sayso::paint
