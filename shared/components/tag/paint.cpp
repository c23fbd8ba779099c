#include <algorithm>

#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::Node;

float paint_tag(Composer& on, const Node& node, const std::string& path, Area area, Manner) {
  std::vector<InlineRun> runs;
  on.collect(node, path, metrics::small_bold, {}, runs);
  return on.flow(runs, area, metrics::small_bold).bottom;
}

}  // namespace sayso::paint
