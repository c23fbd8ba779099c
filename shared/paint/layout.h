// Where everything on a screen stands: a pure function from a document to boxes and broken lines.
//
// Lengths are CSS px from the top left corner of main, as in shared/paint/placement.h. A Layout
// owns what it holds; the document may go once it is made.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/document/metrics.h"
#include "shared/document/node.h"
#include "shared/paint/placement.h"
#include "shared/paint/text.h"

namespace sayso::paint {

// What a text is coloured for; the theme knows the colour.
enum class Ink : std::uint8_t {
  Text,
  Muted,
  Link,
  Brand,
  OnFill,  // on a brand or caution fill
  Agreed,
  Refused,
  Withdrawn,
  Fault,
};

// One part of a node: its box, and its text broken into lines.
struct Piece {
  std::string path;  // empty: painted, but stands for nothing in the page (a list's numbers)
  document::Part part = document::Part::Self;
  bool boxed = true;
  Rect box;
  std::string text;
  document::metrics::Type type = document::metrics::body;
  Ink ink = Ink::Text;
  bool underlined = false;
  bool link = false;    // focus is shown behind its lines instead of around its box
  bool button = false;  // stands on a fill that changes with focus
  std::vector<Line> lines;
};

// Draws one mark (shared/paint/marks.h).
struct Drawing;
using Draw = void (*)(const Drawing& now);

// What is drawn that is not text.
struct Mark {
  Draw draw = nullptr;
  Rect box;
  document::Tone tone = document::Tone::Neutral;
  bool on = false;  // checked, open
  bool disabled = false;
  int number = 0;       // progress; kinds of information
  std::string path;     // of the node that is drawn
  std::string payload;  // squares; of a line of the data map, the map's path
  float start = 0;      // of such a line: y at its left end, and at its right or its corner's end
  float end = 0;
  bool of_map = false;  // steps back where another line of its map is in focus
};

struct Layout {
  float width = 0;            // of main: the viewport's
  float height = 0;           // of main
  float scale = 1;            // root font size ÷ 16
  std::vector<Mark> marks;    // parents before children; all below the text
  std::vector<Piece> pieces;  // in reading order
};

// Makes all of it `by` times as large.
void scale_layout(Layout& layout, float by);

// What the mirror is told.
[[nodiscard]] Placements placements(const Layout& layout);

// Whether paint can show this document as it should be: every character has a glyph and all of it
// runs from left to right. Otherwise the page itself is shown.
[[nodiscard]] bool can_paint(const document::Document& document, const TextPort& text);

}  // namespace sayso::paint
