// Buttons, fields and options. What takes typing is left to the page: here it only has its room.
#include <algorithm>

#include "shared/paint/composer.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::join_path;
using document::Kind;
using document::Node;
using document::Part;
using document::Tone;

namespace {

constexpr float heading_hint_gap = 8;  // below a label that is the screen's heading

// From the label, hint or error above to the control itself.
float gap_to_control(const Node& node, bool choice) {
  if (node.page_heading && node.hint.empty() && node.error.empty()) {
    return metrics::heading_control_gap;
  }
  return choice ? metrics::options_gap : metrics::control_gap;
}

Ink button_ink(const Node& node) {
  if (node.disabled) return Ink::Muted;
  return node.tone == Tone::Primary || node.tone == Tone::Caution ? Ink::OnFill : Ink::Brand;
}

}  // namespace

float Composer::button(const Node& node, const std::string& path, Area area) {
  const bool primary = node.tone == Tone::Primary;
  const Type type = metrics::body_bold;
  const float around = 2 * (metrics::button_padding_x + metrics::border);
  const float limit = std::max(area.width - around, 1.0F);
  InlineRun run;
  run.text = node.label;
  run.type = type;
  run.ink = button_ink(node);
  const float natural = std::min(natural_width({&run, 1}), limit);
  const float width = tablet_ ? std::min(area.width, natural + around) : area.width;
  const std::size_t fill = out_.marks.size();
  Mark& made = mark(Shape::ButtonFill, {area.x, area.y, width, 0}, path);
  made.tone = node.tone;
  made.disabled = node.disabled;
  run.piece = begin_box(path, Part::Self, {area.x, area.y, width});
  const Area words{area.x + (width - natural) / 2, area.y, natural};
  const float text_height = flow({&run, 1}, words, type).bottom - area.y;
  const float height = std::max(primary ? metrics::button_height : metrics::target,
                                text_height + 2 * (metrics::button_padding_y + metrics::border));
  Piece& piece = out_.pieces[run.piece];
  piece.button = true;
  for (Line& line : piece.lines) {
    line.box.x += (natural - line.box.width) / 2;
    line.box.y += (height - text_height) / 2;
  }
  out_.marks[fill].box.height = height;
  end_box(run.piece, area.y + height);
  return area.y + height;
}

float Composer::field(const Node& node, const std::string& path, Area area, Manner manner) {
  const std::size_t self = begin_box(path, Part::Self, area);
  const std::size_t bar = out_.marks.size();
  Area inner = area;
  if (!node.error.empty()) {
    mark(Shape::FaultBar, {area.x, area.y, metrics::error_bar, 0}, path);
    inner.x += metrics::error_bar + metrics::error_indent;
    inner.width = std::max(inner.width - metrics::error_bar - metrics::error_indent, 1.0F);
  }
  const float texts = field_texts(node, path, inner, manner);
  const bool choice = node.kind == Kind::Radios || node.kind == Kind::Checkboxes;
  if (texts > inner.y) inner.y = texts + gap_to_control(node, choice);
  const float bottom = choice ? options(node, path, inner, manner) : entry_box(node, path, inner);
  if (!node.error.empty()) out_.marks[bar].box.height = bottom - area.y;
  end_box(self, bottom);
  return bottom;
}

float Composer::field_texts(const Node& node, const std::string& path, Area area, Manner manner) {
  const float gap = node.page_heading ? heading_hint_gap : metrics::hint_gap;
  float y = single(path, Part::Label, node.label, metrics::label_type_of(node, tablet_), manner.ink,
                   area);
  if (!node.hint.empty()) {
    if (y > area.y) y += gap;
    y = single(path, Part::Hint, node.hint, metrics::hint, Ink::Muted, {area.x, y, area.width});
  }
  if (!node.error.empty()) {
    if (y > area.y) y += metrics::hint_gap;
    y = single(path, Part::Error, node.error, metrics::message, Ink::Fault,
               {area.x, y, area.width});
  }
  return y;
}

// The hole that the page's own input fills.
float Composer::entry_box(const Node& node, const std::string& path, Area area) {
  const float around = 2 * (metrics::input_padding_x + metrics::border);
  if (node.width_chars > 0) {
    const float wanted = static_cast<float>(node.width_chars) * metrics::character + around;
    area.width = std::min(area.width, wanted);
  }
  const float height = node.kind == Kind::TextArea    ? metrics::text_area_height
                       : node.kind == Kind::FileInput ? metrics::target
                                                      : metrics::input_height;
  const std::size_t piece = begin_box(path, Part::Control, area);
  end_box(piece, area.y + height);
  return area.y + height;
}

float Composer::options(const Node& node, const std::string& path, Area area, Manner manner) {
  if (node.inline_options) {
    float total = 0;
    for (const Node& child : node.children) {
      total += option_width(child) + metrics::inline_option_gap;
    }
    if (total - metrics::inline_option_gap <= area.width) {
      return options_in_row(node, path, area, manner);
    }
  }
  return stack(node, path, area, manner);
}

float Composer::options_in_row(const Node& node, const std::string& path, Area area,
                               Manner manner) {
  float bottom = area.y;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& child = node.children[i];
    // A hair more than the words need, so that they do not break where they just fit.
    const float width = option_width(child);
    const Area at{area.x, area.y, width + 1};
    bottom = std::max(bottom, option(child, join_path(path, key_of(node, i)), at, manner));
    area.x += width + metrics::inline_option_gap;
  }
  return bottom;
}

float Composer::option_width(const Node& node) const {
  const float words =
      std::max(width_of(node.label, metrics::body), width_of(node.hint, metrics::hint));
  return metrics::option_box + metrics::option_gap + words;
}

float Composer::option(const Node& node, const std::string& path, Area area, Manner manner) {
  const std::size_t self = begin_box(path, Part::Self, area);
  const std::size_t ring = out_.marks.size();
  Mark& made = mark(node.kind == Kind::Radio ? Shape::RadioRing : Shape::CheckboxFrame, {}, path);
  made.on = node.checked;
  made.disabled = node.disabled;
  const std::size_t control = begin_box(path, Part::Control, area);
  const float indent = metrics::option_box + metrics::option_gap;
  const float bottom = option_label(node, path, area, node.disabled ? Ink::Muted : manner.ink);
  const float middle = (area.y + bottom) / 2;
  const Rect box{area.x, middle - metrics::option_box / 2, metrics::option_box,
                 metrics::option_box};
  out_.marks[ring].box = box;
  out_.pieces[control].box = box;
  const Area below{area.x + indent, bottom, std::max(area.width - indent, 1.0F)};
  const float end = single(path, Part::Hint, node.hint, metrics::hint, Ink::Muted, below);
  end_box(self, end);
  return end;
}

// At least as high as a target, its words in the middle.
float Composer::option_label(const Node& node, const std::string& path, Area area, Ink ink) {
  const float indent = metrics::option_box + metrics::option_gap;
  const Area words{area.x + indent, area.y, std::max(area.width - indent, 1.0F)};
  InlineRun run;
  run.text = node.label;
  run.type = metrics::label_type_of(node, tablet_);
  run.ink = ink;
  run.piece = begin_box(path, Part::Label, words);
  const Flowed flowed = flow({&run, 1}, words, run.type);
  const float bottom = std::max(flowed.bottom, area.y + metrics::target);
  Piece& label = out_.pieces[run.piece];
  for (Line& line : label.lines) line.box.y += (bottom - flowed.bottom) / 2;
  // What can be pressed reaches from the control to a little past the words, without a gap.
  const float reach = std::min(indent + flowed.width + metrics::option_gap, area.width);
  label.box = {area.x + metrics::option_box, area.y, reach - metrics::option_box, bottom - area.y};
  return bottom;
}

float Composer::progress(const Node& node, const std::string& path, Area area, Manner manner) {
  const std::size_t self = begin_box(path, Part::Self, area);
  float y = single(path, Part::Label, node.label, metrics::label_type_of(node, tablet_), manner.ink,
                   area);
  if (y > area.y) y += metrics::control_gap;
  mark(Shape::ProgressBar, {area.x, y, area.width, metrics::progress_height}, path).number =
      node.number;
  const std::size_t bar = begin_box(path, Part::Control, {area.x, y, area.width});
  end_box(bar, y + metrics::progress_height);
  end_box(self, y + metrics::progress_height);
  return y + metrics::progress_height;
}

}  // namespace sayso::paint
