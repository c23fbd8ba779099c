#include <algorithm>

#include "shared/components/field/paint.h"
#include "shared/components/painters.h"
#include "shared/paint/composer.h"
#include "shared/paint/marks.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::Node;
using document::Part;

namespace {

constexpr float heading_hint_gap = 8;  // below a label that is the screen's heading

// From the label, hint or error above to the control itself.
float gap_to_control(const Node& node, Follows follows) {
  if (node.page_heading && node.hint.empty() && node.error.empty()) {
    return metrics::heading_control_gap;
  }
  return follows == Follows::Options ? metrics::options_gap : metrics::control_gap;
}

float field_texts(Composer& on, const Node& node, const std::string& path, Area area,
                  Manner manner) {
  const float gap = node.page_heading ? heading_hint_gap : metrics::hint_gap;
  float y = on.single(path, Part::Label, node.label, metrics::label_type_of(node, on.tablet()),
                      manner.ink, area);
  if (!node.hint.empty()) {
    if (y > area.y) y += gap;
    y = on.single(path, Part::Hint, node.hint, metrics::hint, Ink::Muted, {area.x, y, area.width});
  }
  if (!node.error.empty()) {
    if (y > area.y) y += metrics::hint_gap;
    y = on.single(path, Part::Error, node.error, metrics::message, Ink::Fault,
                  {area.x, y, area.width});
  }
  return y;
}

}  // namespace

void draw_fault_bar(const Drawing& now) { now.canvas.fill(now.mark.box, now.theme.error, 0); }

Field begin_field(Composer& on, const Node& node, const std::string& path, Area area, Manner manner,
                  Follows follows) {
  Field field{on.begin_box(path, Part::Self, area), on.out().marks.size(), area};
  Area& inner = field.inner;
  if (!node.error.empty()) {
    on.mark(draw_fault_bar, {area.x, area.y, metrics::error_bar, 0}, path);
    inner.x += metrics::error_bar + metrics::error_indent;
    inner.width = std::max(inner.width - metrics::error_bar - metrics::error_indent, 1.0F);
  }
  const float texts = field_texts(on, node, path, inner, manner);
  if (texts > inner.y) inner.y = texts + gap_to_control(node, follows);
  return field;
}

float end_field(Composer& on, const Node& node, const Field& field, float bottom) {
  if (!node.error.empty()) {
    Rect& bar = on.out().marks[field.bar].box;
    bar.height = bottom - bar.y;
  }
  on.end_box(field.self, bottom);
  return bottom;
}

float entry_box(Composer& on, const Node& node, const std::string& path, Area area, float height) {
  const float around = 2 * (metrics::input_padding_x + metrics::border);
  if (node.width_chars > 0) {
    const float wanted = static_cast<float>(node.width_chars) * metrics::character + around;
    area.width = std::min(area.width, wanted);
  }
  on.end_box(on.begin_box(path, Part::Control, area), area.y + height);
  return area.y + height;
}

float paint_entry(Composer& on, const Node& node, const std::string& path, Area area, Manner manner,
                  float height) {
  const Field field = begin_field(on, node, path, area, manner, Follows::Control);
  return end_field(on, node, field, entry_box(on, node, path, field.inner, height));
}

}  // namespace sayso::paint
