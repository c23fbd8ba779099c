#include <algorithm>

#include "shared/components/link/paint.h"
#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::Node;
using document::Part;

// A link that stands alone: as wide as its words.
float place_link(Composer& on, const Node& node, const std::string& path, Area area, Manner manner,
                 float padding) {
  if (looks_like_button(node)) return paint_button(on, node, path, area, manner);
  std::vector<InlineRun> runs;
  on.collect(node, path, metrics::type_of(node, on.tablet()), manner, runs);
  runs.front().piece = on.begin_box(path, Part::Self, area);
  const Area words{area.x, area.y + padding, area.width};
  const Flowed flowed = on.flow(runs, words, metrics::type_of(node, on.tablet()));
  on.out().pieces[runs.front().piece].box.width = flowed.width;
  on.end_box(runs.front().piece, flowed.bottom + padding);
  return flowed.bottom + padding;
}

float paint_link(Composer& on, const Node& node, const std::string& path, Area area,
                 Manner manner) {
  return place_link(on, node, path, area, manner, metrics::link_padding_y);
}

}  // namespace sayso::paint
