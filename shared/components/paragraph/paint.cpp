#include <algorithm>

#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::Node;

float paint_paragraph(Composer& on, const Node& node, const std::string& path, Area area,
                      Manner manner) {
  const bool muted = node.style == document::Style::Muted || node.style == document::Style::Caption;
  if (muted && !manner.on_fill) manner.ink = Ink::Muted;
  return on.text_block(node, path, area, manner, metrics::type_of(node, on.tablet()));
}

float paint_span(Composer& on, const Node& node, const std::string& path, Area area,
                 Manner manner) {
  return on.text_block(node, path, area, manner, metrics::type_of(node, on.tablet()));
}

}  // namespace sayso::paint
