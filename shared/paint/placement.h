// Where paint put things: filled by the painter after layout, laid over the canvas by the mirror.
//
// Lengths are CSS px. The origin is the top left corner of main: main spans the whole width of the
// page and begins below the frame (skip link, header, phase band, back link), which like the footer
// is native in both modes and never painted. Boxes of different nodes may nest; all are in the same
// coordinates.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/document/part.h"

namespace sayso::paint {

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  friend bool operator==(const Rect& a, const Rect& b) = default;
};

// One painted line of a part's text. The lines of a part cover its text without gap or overlap: a
// space at which a line was broken belongs to the line before it.
struct Line {
  std::uint32_t begin = 0;  // bytes of the part's UTF-8 text, on character boundaries
  std::uint32_t end = 0;
  Rect box;  // height = the line's height (metrics Type::line), in which the text is centred as CSS
             // does

  friend bool operator==(const Line& a, const Line& b) = default;
};

struct Placement {
  std::string path;  // of the node, e.g. "main/choice/nhs" (document::join_path, document::key_of)
  document::Part part = document::Part::Self;
  bool boxed = true;  // false: lines only, the part's own box is left alone
  Rect box;
  std::vector<Line> lines;

  friend bool operator==(const Placement& a, const Placement& b) = default;
};

struct Placements {
  float height = 0;  // of main: sets how far the page scrolls
  std::vector<Placement> placements;
};

}  // namespace sayso::paint
