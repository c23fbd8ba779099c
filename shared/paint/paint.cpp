#include "shared/paint/paint.h"

#include <algorithm>

#include "shared/paint/marks.h"

namespace sayso::paint {
namespace {

namespace metrics = document::metrics;

// How far a mark may reach beyond its box: the focus ring.
constexpr float reach = 6;

class Walk {
 public:
  Walk(const Layout& layout, const Theme& theme, const Attention& attention, Band band,
       const TextPort& text, Canvas& canvas)
      : layout_(layout),
        theme_(theme),
        attention_(attention),
        band_(band),
        text_(text),
        canvas_(canvas) {}

  void draw() {
    for (const Mark& mark : layout_.marks) {
      if (!visible(mark.box, reach * layout_.scale)) continue;
      mark.draw({mark, theme_, mark_state(mark), layout_.scale, canvas_});
    }
    for (const Piece& piece : layout_.pieces) draw_piece(piece);
  }

 private:
  [[nodiscard]] bool visible(const Rect& box, float beyond) const {
    return box.y - beyond < band_.top + band_.height && box.y + box.height + beyond > band_.top;
  }

  // Of the data map one line is in focus at a time: that of the row which the person is in.
  [[nodiscard]] MarkState mark_state(const Mark& mark) const {
    MarkState state = state_of(mark.path);
    if (!mark.of_map) return state;
    const std::string& at = attention_.hovered.empty() ? attention_.focused : attention_.hovered;
    state.forward = is_within(at, mark.path);
    state.stepped_back = !state.forward && is_within(at, mark.payload) && is_row(at, mark.payload);
    state.moved = attention_.moved;
    return state;
  }

  static bool is_within(const std::string& path, const std::string& above) {
    return !above.empty() && path.compare(0, above.size(), above) == 0 &&
           (path.size() == above.size() || path[above.size()] == '/');
  }

  // A row is two below the map: in a table.
  static bool is_row(const std::string& path, const std::string& map) {
    return std::count(path.begin() + static_cast<std::ptrdiff_t>(map.size()), path.end(), '/') >= 2;
  }

  [[nodiscard]] MarkState state_of(const std::string& path) const {
    if (path.empty()) return {};
    return {path == attention_.focused, path == attention_.hovered, path == attention_.pressed};
  }

  void draw_piece(const Piece& piece) {
    const MarkState state = piece.link || piece.button ? state_of(piece.path) : MarkState{};
    for (const Line& line : piece.lines) {
      if (!visible(line.box, metrics::focus_underline * layout_.scale)) continue;
      draw_line(piece, line, state);
    }
  }

  void draw_line(const Piece& piece, const Line& line, MarkState state) {
    const auto words = std::string_view(piece.text).substr(line.begin, line.end - line.begin);
    const std::string_view inked = without_end_spaces(words);
    if (inked.empty()) return;
    const Weight weight = piece.type.bold ? Weight::Bold : Weight::Regular;
    const Extent extent = text_.extent(piece.type.size, weight);
    const float height = extent.ascent + extent.descent;
    const Point baseline{line.box.x, line.box.y + (piece.type.line - height) / 2 + extent.ascent};
    Colour colour = colour_of(theme_, piece.ink);
    if (piece.button && state.focused) colour = theme_.focus_ink;
    if (piece.link) colour = draw_under(piece, line.box, baseline, colour, state);
    canvas_.text(baseline, inked, piece.type.size, weight, colour);
  }

  // The line below a link, or what shows that it has focus. Gives back the colour of its words.
  Colour draw_under(const Piece& piece, const Rect& box, Point baseline, Colour colour,
                    MarkState state) {
    if (state.focused) {
      const float bar = metrics::focus_underline * layout_.scale;
      canvas_.fill({box.x - 2 * layout_.scale, box.y, box.width + 4 * layout_.scale, box.height},
                   theme_.focus, 0);
      canvas_.fill({box.x - 2 * layout_.scale, box.y + box.height - bar / 2,
                    box.width + 4 * layout_.scale, bar},
                   theme_.focus_ink, 0);
      return theme_.focus_ink;
    }
    if (!piece.underlined) return colour;
    if (state.hovered || state.pressed) {
      if (piece.ink == Ink::Link) colour = theme_.ink;
    }
    const float thick =
        std::max(1.0F, piece.type.size / 16) * (state.hovered || state.pressed ? 2 : 1);
    canvas_.fill({box.x, baseline.y + piece.type.size * 0.12F, box.width, thick}, colour, 0);
    return colour;
  }

  static std::string_view without_end_spaces(std::string_view words) {
    while (!words.empty() && (words.back() == ' ' || words.back() == '\n')) words.remove_suffix(1);
    return words;
  }

  const Layout& layout_;
  const Theme& theme_;
  const Attention& attention_;
  Band band_;
  const TextPort& text_;
  Canvas& canvas_;
};

}  // namespace

void paint(const Layout& layout, const Theme& theme, const Attention& attention, Band band,
           const TextPort& text, Canvas& canvas) {
  Walk(layout, theme, attention, band, text, canvas).draw();
}

}  // namespace sayso::paint
