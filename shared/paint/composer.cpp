#include "shared/paint/composer.h"

#include <algorithm>

namespace sayso::paint {

namespace metrics = document::metrics;
using document::join_path;
using document::Kind;
using document::Node;
using document::Part;
using document::Tone;

Composer::Composer(const TextPort& text, float width)
    : text_(text),
      width_(width),
      tablet_(width >= metrics::tablet_width),
      desktop_(width >= metrics::desktop_width) {}

Layout Composer::compose(const document::Document& document) {
  const float margin = tablet_ ? metrics::side_margin : metrics::side_margin_phone;
  const float content = std::min(width_ - 2 * margin, metrics::page_max_width);
  const float top = tablet_ ? metrics::main_padding_top : metrics::main_padding_top_phone;
  const std::string path = "main";
  const std::size_t self = begin_box(path, Part::Self, {0, 0, width_});
  const Area area{(width_ - content) / 2, top, content};
  const float bottom = stack(document.main, path, area, {});
  out_.width = width_;
  out_.height = bottom + metrics::main_padding_bottom;
  end_box(self, out_.height);
  return std::move(out_);
}

float Composer::readable(float width) const { return std::min(width, metrics::measure); }

float Composer::stack(const Node& parent, const std::string& path, Area area, Manner manner) {
  const Node* above = nullptr;
  for (std::size_t i = 0; i < parent.children.size(); ++i) {
    const Node& child = parent.children[i];
    if (!is_painted(child)) continue;
    if (above != nullptr) area.y += metrics::space_between(*above, child);
    area.y = place(child, join_path(path, key_of(parent, i)), area, manner);
    above = &child;
  }
  return area.y;
}

float Composer::place(const Node& node, const std::string& path, Area area, Manner manner) {
  const bool passes_width_on = node.kind == Kind::Section || node.kind == Kind::Group ||
                               node.kind == Kind::Form || node.kind == Kind::Columns ||
                               node.kind == Kind::Table || (desktop_ && is_data_map(node));
  if (!passes_width_on) area.width = readable(area.width);
  return place_kind(node, path, area, manner);
}

float Composer::place_kind(const Node& node, const std::string& path, Area area, Manner manner) {
  switch (node.kind) {
    case Kind::Heading:
    case Kind::Paragraph:
      if (node.style == document::Style::Muted || node.style == document::Style::Caption) {
        if (!manner.on_fill) manner.ink = Ink::Muted;
      }
      return text_block(node, path, area, manner, metrics::type_of(node, tablet_));
    case Kind::Columns:
      return columns(node, path, area, manner);
    case Kind::List:
      return list(node, path, area, manner);
    case Kind::ListItem:
      return list_item(node, path, area, manner);
    case Kind::Link:
      return link(node, path, area, manner, metrics::link_padding_y);
    case Kind::BackLink:
      return back_link(node, path, area);
    case Kind::Tag:
      return tag(node, path, area);
    case Kind::Warning:
      return warning(node, path, area, manner);
    case Kind::Quote:
      return quote(node, path, area);
    case Kind::Banner:
    case Kind::Panel:
      return titled(node, path, area);
    case Kind::Inset:
      return inset(node, path, area, manner);
    case Kind::Details:
      return details(node, path, area, manner);
    case Kind::ErrorSummary:
      return error_summary(node, path, area);
    case Kind::Button:
      return button(node, path, area);
    case Kind::Radio:
    case Kind::Checkbox:
      return option(node, path, area, manner);
    case Kind::Radios:
    case Kind::Checkboxes:
    case Kind::TextInput:
    case Kind::TextArea:
    case Kind::FileInput:
      return field(node, path, area, manner);
    case Kind::Progress:
      return progress(node, path, area, manner);
    case Kind::SummaryList:
      return summary_list(node, path, area, manner);
    case Kind::SummaryRow:
      return summary_row(node, path, area, manner);
    case Kind::Table:
      return table(node, path, area, manner);
    case Kind::TableRow:
      return stacked_row(node, path, area, manner);
    case Kind::Figure:
      if (is_data_map(node)) return data_map(node, path, area);
      return figure(node, path, area, manner);
    case Kind::Separator:
      mark(Shape::Rule, {area.x, area.y, area.width, metrics::border}, path);
      end_box(begin_box(path, Part::Self, area), area.y + metrics::border);
      return area.y + metrics::border;
    case Kind::Main:
    case Kind::Section:
    case Kind::Form:
    case Kind::Group:
    case Kind::Span:
    case Kind::TableCell:
      break;
  }
  return text_block(node, path, area, manner, metrics::type_of(node, tablet_));
}

float Composer::columns(const Node& node, const std::string& path, Area area, Manner manner) {
  const std::size_t self = begin_box(path, Part::Self, area);
  const bool beside = desktop_ && node.children.size() == 2 && is_painted(node.children[0]) &&
                      is_painted(node.children[1]);
  float bottom = area.y;
  if (!beside) {
    bottom = stack(node, path, area, manner);
  } else {
    const float width = (area.width - metrics::column_gap) / 2;
    for (std::size_t i = 0; i < 2; ++i) {
      const float x = area.x + static_cast<float>(i) * (width + metrics::column_gap);
      const std::string child = join_path(path, key_of(node, i));
      bottom = std::max(bottom, place(node.children[i], child, {x, area.y, width}, manner));
    }
  }
  end_box(self, bottom);
  return bottom;
}

Mark& Composer::mark(Shape shape, Rect box, const std::string& path) {
  Mark made;
  made.shape = shape;
  made.box = box;
  made.path = path;
  out_.marks.push_back(std::move(made));
  return out_.marks.back();
}

std::size_t Composer::begin_box(const std::string& path, Part part, Area area) {
  Piece piece;
  piece.path = path;
  piece.part = part;
  piece.box = {area.x, area.y, area.width, 0};
  out_.pieces.push_back(std::move(piece));
  return out_.pieces.size() - 1;
}

void Composer::end_box(std::size_t piece, float bottom) {
  out_.pieces[piece].box.height = bottom - out_.pieces[piece].box.y;
}

bool flows(Kind kind) { return kind == Kind::Span || kind == Kind::Link || kind == Kind::Tag; }

bool all_flow(const std::vector<Node>& children) {
  return std::all_of(children.begin(), children.end(),
                     [](const Node& child) { return flows(child.kind); });
}

bool is_painted(const Node& node) { return !node.print_only; }

bool looks_like_button(const Node& node) {
  return node.tone == Tone::Primary || node.tone == Tone::Secondary;
}

Ink ink_of(Tone tone) {
  switch (tone) {
    case Tone::Agreed:
      return Ink::Agreed;
    case Tone::Refused:
      return Ink::Refused;
    case Tone::Withdrawn:
    case Tone::Caution:
      return Ink::Withdrawn;
    case Tone::NotAsked:
    case Tone::NotConsent:
      return Ink::Muted;
    case Tone::Fault:
      return Ink::Fault;
    case Tone::Brand:
    case Tone::Primary:
      return Ink::Brand;
    case Tone::Neutral:
    case Tone::Secondary:
      break;
  }
  return Ink::Text;
}

}  // namespace sayso::paint
