// Breaks runs of text that flow together into lines, once, for paint and mirror alike.
//
// Rules:
//   - a line may break after spaces, hyphens between letters, dashes, and around ideographs, never
//     at a no-break space;
//   - spaces at which a line breaks stay at its end and take no width there;
//   - what is longer than a whole line is broken between characters, so nothing ever sticks out.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "shared/document/metrics.h"
#include "shared/paint/text.h"

namespace sayso::paint {

struct Run {
  std::string_view text;
  document::metrics::Type type;
  float lead = 0;  // room kept before the run and after it, for what is drawn around it
  float trail = 0;
  bool whole = false;  // its own spaces are no places to break, unless it exceeds a line
};

struct Fragment {
  std::size_t run = 0;
  std::uint32_t begin = 0;  // bytes of the run's text
  std::uint32_t end = 0;
  std::size_t line = 0;
  float x = 0;  // of its first character
  float width = 0;
};

struct BrokenLines {
  std::vector<Fragment> fragments;  // in reading order; of each run without gap or overlap
  std::size_t line_count = 0;
  float widest = 0;
};

[[nodiscard]] BrokenLines break_lines(std::span<const Run> runs, float width, const TextPort& text);

}  // namespace sayso::paint
