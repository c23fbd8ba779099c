// Text: what flows in lines.
#include <algorithm>

#include "shared/paint/composer.h"
#include "shared/paint/marks.h"
#include "shared/paint/theme.h"

namespace sayso::paint {

namespace metrics = document::metrics;
using document::join_path;
using document::Kind;
using document::Node;
using document::Part;
using document::Style;
using document::Tone;

namespace {

constexpr float unlimited = 1e9F;

bool has_sign(Tone tone) {
  return tone == Tone::Agreed || tone == Tone::Refused || tone == Tone::Withdrawn ||
         tone == Tone::NotAsked || tone == Tone::NotConsent;
}

float tag_lead(const Node& tag) {
  const float sign = has_sign(tag.tone) ? metrics::tag_sign + 8 : 0;
  return metrics::tag_padding_x + sign;
}

Run plain_run(const InlineRun& run) {
  Run plain{run.text, run.type};
  if (run.tag != nullptr) {
    plain.lead = tag_lead(*run.tag);
    plain.trail = metrics::tag_padding_x;
    plain.whole = true;
  }
  return plain;
}

std::vector<Run> plain_runs(std::span<const InlineRun> runs) {
  std::vector<Run> plain;
  plain.reserve(runs.size());
  for (const InlineRun& run : runs) plain.push_back(plain_run(run));
  return plain;
}

std::string_view text_of(const Node& node) {
  return node.kind == Kind::Link || node.kind == Kind::BackLink ? node.label : node.text;
}

// Its text and children are one paragraph where they can be; other kinds stack their children.
bool is_text_kind(Kind kind) {
  return kind == Kind::Heading || kind == Kind::Paragraph || kind == Kind::ListItem ||
         kind == Kind::TableCell || kind == Kind::Span || kind == Kind::Warning;
}

}  // namespace

float Composer::baseline(Type type) const {
  const Extent reach = text_.extent(type.size, type.bold ? Weight::Bold : Weight::Regular);
  return (type.line - (reach.ascent + reach.descent)) / 2 + reach.ascent;
}

float Composer::width_of(std::string_view text, Type type) const {
  return text_.width(text, type.size, type.bold ? Weight::Bold : Weight::Regular);
}

float Composer::natural_width(std::span<const InlineRun> runs) const {
  return break_lines(plain_runs(runs), unlimited, text_).widest;
}

Flowed Composer::flow(std::span<const InlineRun> runs, Area area, Type strut) {
  const BrokenLines broken = break_lines(plain_runs(runs), area.width, text_);
  for (const InlineRun& run : runs) {
    if (run.tag != nullptr) strut.line = std::max(strut.line, metrics::tag_height);
  }
  std::vector<std::size_t> piece_of(runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (runs[i].piece == InlineRun::no_piece) {
      piece_of[i] = begin_box(runs[i].path, Part::Self, area);
      out_.pieces[piece_of[i]].boxed = false;
    } else {
      piece_of[i] = runs[i].piece;
    }
    Piece& piece = out_.pieces[piece_of[i]];
    piece.text = runs[i].text;
    piece.type = runs[i].type;
    piece.ink = runs[i].ink;
    piece.link = runs[i].link;
    piece.underlined = runs[i].link;
  }
  for (const Fragment& fragment : broken.fragments) {
    put_lines(runs[fragment.run], fragment, area, strut, out_.pieces[piece_of[fragment.run]]);
  }
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (runs[i].link && runs[i].piece == InlineRun::no_piece) box_link(out_.pieces[piece_of[i]]);
  }
  const auto count = static_cast<float>(broken.line_count);
  return {area.y + count * strut.line, broken.widest};
}

// A link within a text is something to find and to press, so it has a box: that of its first line,
// as one around all of them would cover words that are not the link's. The page lets its other
// lines be pressed too.
void Composer::box_link(Piece& piece) {
  if (piece.lines.empty()) return;
  piece.boxed = true;
  piece.box = piece.lines.front().box;
}

void Composer::put_lines(const InlineRun& run, const Fragment& fragment, Area area, Type strut,
                         Piece& piece) {
  const float top = area.y + static_cast<float>(fragment.line) * strut.line;
  const float y = top + baseline(strut) - baseline(run.type);
  if (run.tag != nullptr && fragment.begin == 0) put_tag(run, fragment, area, strut, piece);
  piece.lines.push_back(
      {fragment.begin, fragment.end, {area.x + fragment.x, y, fragment.width, run.type.line}});
}

void Composer::put_tag(const InlineRun& run, const Fragment& first, Area area, Type strut,
                       Piece& piece) {
  const float lead = tag_lead(*run.tag);
  const float line = area.y + static_cast<float>(first.line) * strut.line;
  const float top = line + (strut.line - metrics::tag_height) / 2;
  piece.boxed = true;
  piece.box = {area.x + first.x - lead, top, lead + first.width + metrics::tag_padding_x,
               metrics::tag_height};
  mark(draw_tag_fill, piece.box, run.path).tone = run.tag->tone;
  if (!has_sign(run.tag->tone)) return;
  const Rect sign{piece.box.x + metrics::tag_padding_x,
                  top + (metrics::tag_height - metrics::tag_sign) / 2, metrics::tag_sign,
                  metrics::tag_sign};
  mark(draw_tag_sign, sign, run.path).tone = run.tag->tone;
}

float Composer::single(const std::string& path, Part part, std::string_view text, Type type,
                       Ink ink, Area area) {
  if (text.empty()) return area.y;
  InlineRun run;
  run.text = text;
  run.type = type;
  run.ink = ink;
  run.piece = begin_box(path, part, area);
  const Flowed flowed = flow({&run, 1}, area, type);
  end_box(run.piece, flowed.bottom);
  return flowed.bottom;
}

void Composer::collect(const Node& node, const std::string& path, Type type, Manner manner,
                       std::vector<InlineRun>& into) const {
  InlineRun run;
  run.path = path;
  run.text = text_of(node);
  run.type = type;
  if (node.style == Style::Strong) run.type.bold = true;
  if (node.style == Style::Small || node.style == Style::Muted) run.type.size = metrics::small.size;
  run.ink = node.style == Style::Muted && !manner.on_fill ? Ink::Muted : manner.ink;
  run.on_fill = manner.on_fill;
  if (node.kind == Kind::Tag) {
    run.type = metrics::small_bold;
    run.ink = ink_of(node.tone);
    run.tag = &node;
  } else if (node.kind == Kind::Link) {
    run.ink = manner.on_fill ? Ink::OnFill : Ink::Link;
    run.link = true;
  }
  const Type passed_on = run.type;
  into.push_back(std::move(run));
  collect_children(node, path, passed_on, manner, into);
}

void Composer::collect_children(const Node& node, const std::string& path, Type type, Manner manner,
                                std::vector<InlineRun>& into) const {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (!is_painted(node.children[i])) continue;
    collect(node.children[i], join_path(path, key_of(node, i)), type, manner, into);
  }
}

// A node with text of its own and children: one paragraph, or its text above a stack.
float Composer::text_block(const Node& node, const std::string& path, Area area, Manner manner,
                           Type type) {
  InlineRun own;
  own.path = path;
  own.text = node.text;
  own.type = type;
  own.ink = manner.ink;
  own.piece = begin_box(path, Part::Self, area);
  std::vector<InlineRun> runs;
  runs.push_back(own);
  float bottom = area.y;
  if (is_text_kind(node.kind) && all_flow(node.children)) {
    collect_children(node, path, type, manner, runs);
    bottom = flow(runs, area, type).bottom;
  } else {
    if (!node.text.empty()) {
      bottom = flow(runs, {area.x, area.y, readable(area.width)}, type).bottom;
      if (!node.children.empty()) bottom += metrics::space_above(node.children.front());
    }
    bottom = stack(node, path, {area.x, bottom, area.width}, manner);
  }
  end_box(own.piece, bottom);
  return bottom;
}

}  // namespace sayso::paint
