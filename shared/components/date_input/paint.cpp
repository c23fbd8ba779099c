#include <algorithm>
#include <vector>

#include "shared/components/field/paint.h"
#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::join_path;
using document::Node;

// Side by side, and on the next line where there is no more room.
float paint_date_input(Composer& on, const Node& node, const std::string& path, Area area,
                       Manner manner) {
  const Field field = begin_field(on, node, path, area, manner, Follows::Options);
  const Area& room = field.inner;
  float x = room.x;
  float top = room.y;
  float bottom = top;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& part = node.children[i];
    const float around = 2 * (metrics::input_padding_x + metrics::border);
    const float typed = static_cast<float>(part.width_chars) * metrics::character + around;
    const float said = on.width_of(part.label, metrics::label_type_of(part, on.tablet())) + 1;
    const float width = std::min(std::max(typed, said), room.width);
    if (x > room.x && x + width > room.x + room.width) {
      x = room.x;
      top = bottom + metrics::cell_gap;
    }
    bottom =
        std::max(bottom, on.place(part, join_path(path, key_of(node, i)), {x, top, width}, manner));
    x += width + metrics::cell_gap;
  }
  return end_field(on, node, field, bottom);
}

}  // namespace sayso::paint
