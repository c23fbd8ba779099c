#include <algorithm>

#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::join_path;
using document::Node;
using document::Part;

float paint_section(Composer& on, const Node& node, const std::string& path, Area area,
                    Manner manner) {
  return on.text_block(node, path, area, manner, metrics::type_of(node, on.tablet()));
}

float paint_form(Composer& on, const Node& node, const std::string& path, Area area,
                 Manner manner) {
  return on.text_block(node, path, area, manner, metrics::type_of(node, on.tablet()));
}

float paint_group(Composer& on, const Node& node, const std::string& path, Area area,
                  Manner manner) {
  return on.text_block(node, path, area, manner, metrics::type_of(node, on.tablet()));
}

float paint_columns(Composer& on, const Node& node, const std::string& path, Area area,
                    Manner manner) {
  const std::size_t self = on.begin_box(path, Part::Self, area);
  const bool beside = on.desktop() && node.children.size() == 2 && is_painted(node.children[0]) &&
                      is_painted(node.children[1]);
  float bottom = area.y;
  if (!beside) {
    bottom = on.stack(node, path, area, manner);
  } else {
    const float width = (area.width - metrics::column_gap) / 2;
    for (std::size_t i = 0; i < 2; ++i) {
      const float x = area.x + static_cast<float>(i) * (width + metrics::column_gap);
      const std::string child = join_path(path, key_of(node, i));
      bottom = std::max(bottom, on.place(node.children[i], child, {x, area.y, width}, manner));
    }
  }
  on.end_box(self, bottom);
  return bottom;
}

}  // namespace sayso::paint
