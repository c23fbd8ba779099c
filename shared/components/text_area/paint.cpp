#include <algorithm>
#include <vector>

#include "shared/components/field/paint.h"
#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::Node;

float paint_text_area(Composer& on, const Node& node, const std::string& path, Area area,
                      Manner manner) {
  const float count = node.number > 0 ? metrics::hint_gap + metrics::small.line : 0;
  return paint_entry(on, node, path, area, manner, metrics::text_area_height + count);
}

}  // namespace sayso::paint
