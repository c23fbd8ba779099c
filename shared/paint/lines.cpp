#include "shared/paint/lines.h"

#include <algorithm>

#include "shared/paint/utf8.h"

namespace sayso::paint {
namespace {

// A stretch of one run up to the next place where it, or the line, may be divided.
struct Unit {
  std::size_t run = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  float ink = 0;    // width without the spaces at its end
  float space = 0;  // width of those
  float lead = 0;
  float trail = 0;
  bool may_break_after = false;
};

// Widths come out a hair different when summed in another order; a word that fits must stay.
constexpr float tolerance = 0.01F;

Weight weight_of(const document::metrics::Type& type) {
  return type.bold ? Weight::Bold : Weight::Regular;
}

bool is_space(std::uint32_t code) { return code == ' ' || code == '\t' || code == '\n'; }

bool is_letter(std::uint32_t code) {
  return (code | 0x20U) - 'a' < 26U || (code >= 0xC0 && code < 0x2000);
}

bool breaks_after(std::uint32_t before, std::uint32_t code, std::uint32_t next) {
  if (is_space(next) || is_combining(next)) return false;
  if (code == '-') return is_letter(before) && is_letter(next);
  if (code == 0x2013 || code == 0x2014 || code == 0x200B) return true;
  return is_ideograph(code) || is_ideograph(next);
}

class Splitter {
 public:
  Splitter(std::span<const Run> runs, const TextPort& text) : runs_(runs), text_(text) {}

  std::vector<Unit> split() {
    for (std::size_t i = 0; i < runs_.size(); ++i) split_run(i);
    return std::move(units_);
  }

 private:
  void split_run(std::size_t index) {
    const Run& run = runs_[index];
    if (run.text.empty()) return;
    if (run.whole && !units_.empty()) units_.back().may_break_after = true;
    std::size_t begin = 0;
    while (begin < run.text.size()) begin = add_unit(index, begin);
    units_.back().trail = run.trail;
    if (run.whole) units_.back().may_break_after = true;
  }

  // Adds the unit that begins at `begin` and gives back where it ends.
  std::size_t add_unit(std::size_t index, std::size_t begin) {
    const Run& run = runs_[index];
    bool may_break = false;
    const std::size_t ink_end = end_of_ink(run, begin, may_break);
    std::size_t end = ink_end;
    while (end < run.text.size() && is_space(character_at(run.text, end).code)) ++end;
    may_break = may_break || (end > ink_end && !(run.whole && end < run.text.size()));
    Unit unit;
    unit.run = index;
    unit.begin = static_cast<std::uint32_t>(begin);
    unit.end = static_cast<std::uint32_t>(end);
    unit.ink = measure(run, begin, ink_end);
    unit.space = measure(run, ink_end, end);
    unit.lead = begin == 0 ? run.lead : 0;
    unit.may_break_after = may_break;
    units_.push_back(unit);
    return end;
  }

  static std::size_t end_of_ink(const Run& run, std::size_t at, bool& may_break) {
    std::uint32_t before = ' ';
    while (at < run.text.size()) {
      const Character now = character_at(run.text, at);
      if (is_space(now.code)) break;
      at += now.size_bytes;
      const std::uint32_t next = at < run.text.size() ? character_at(run.text, at).code : ' ';
      may_break = !run.whole && breaks_after(before, now.code, next);
      if (may_break) break;
      before = now.code;
    }
    return at;
  }

  float measure(const Run& run, std::size_t begin, std::size_t end) const {
    if (begin == end) return 0;
    return text_.width(run.text.substr(begin, end - begin), run.type.size, weight_of(run.type));
  }

  std::span<const Run> runs_;
  const TextPort& text_;
  std::vector<Unit> units_;
};

class Filler {
 public:
  Filler(std::span<const Run> runs, float width, const TextPort& text)
      : runs_(runs), width_(width), text_(text) {}

  BrokenLines fill(const std::vector<Unit>& units) {
    for (std::size_t at = 0; at < units.size();) {
      std::size_t end = at;
      while (end + 1 < units.size() && !units[end].may_break_after) ++end;
      add_word(std::span(units).subspan(at, end + 1 - at));
      at = end + 1;
    }
    if (!units.empty()) finish_line();
    return std::move(out_);
  }

 private:
  // Units that must stay on one line if they can.
  void add_word(std::span<const Unit> word) {
    const float ink = ink_of(word);
    if (pen_ > 0 && pen_ + ink > width_ + tolerance) finish_line();
    const bool fits = pen_ + ink <= width_ + tolerance;
    for (const Unit& unit : word) fits ? add_unit(unit) : add_pieces(unit);
  }

  static float ink_of(std::span<const Unit> word) {
    float ink = 0;
    for (const Unit& unit : word) ink += unit.lead + unit.ink + unit.space + unit.trail;
    return ink - word.back().space;
  }

  void add_unit(const Unit& unit) {
    pen_ += unit.lead;
    append(unit.run, unit.begin, unit.end, unit.ink, unit.space);
    pen_ += unit.trail;
    inked_ = std::max(inked_, pen_ - unit.space);
  }

  // Character by character, for what exceeds a whole line.
  void add_pieces(const Unit& unit) {
    const Run& run = runs_[unit.run];
    pen_ += unit.lead;
    std::size_t at = unit.begin;
    while (at < unit.end) {
      std::size_t next = at + character_at(run.text, at).size_bytes;
      while (next < unit.end && is_combining(character_at(run.text, next).code)) {
        next += character_at(run.text, next).size_bytes;
      }
      const bool space = is_space(character_at(run.text, at).code);
      const float advance =
          text_.width(run.text.substr(at, next - at), run.type.size, weight_of(run.type));
      if (!space && pen_ > 0 && pen_ + advance > width_ + tolerance) finish_line();
      append(unit.run, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(next),
             space ? 0 : advance, space ? advance : 0);
      at = next;
    }
    pen_ += unit.trail;
  }

  void append(std::size_t run, std::uint32_t begin, std::uint32_t end, float ink, float space) {
    auto& all = out_.fragments;
    if (all.empty() || all.back().run != run || all.back().line != out_.line_count) {
      all.push_back({run, begin, begin, out_.line_count, pen_, 0});
    }
    Fragment& fragment = all.back();
    fragment.end = end;
    pen_ += ink + space;
    fragment.width = pen_ - fragment.x;
    if (ink > 0) inked_ = std::max(inked_, pen_ - space);
  }

  // Trailing spaces hang: no fragment of the line is wider than its ink.
  void finish_line() {
    for (auto it = out_.fragments.rbegin();
         it != out_.fragments.rend() && it->line == out_.line_count; ++it) {
      it->x = std::min(it->x, inked_);
      it->width = std::min(it->width, inked_ - it->x);
    }
    out_.widest = std::max(out_.widest, inked_);
    ++out_.line_count;
    pen_ = 0;
    inked_ = 0;
  }

  std::span<const Run> runs_;
  float width_;
  const TextPort& text_;
  BrokenLines out_;
  float pen_ = 0;
  float inked_ = 0;
};

}  // namespace

BrokenLines break_lines(std::span<const Run> runs, float width, const TextPort& text) {
  return Filler(runs, width, text).fill(Splitter(runs, text).split());
}

}  // namespace sayso::paint
