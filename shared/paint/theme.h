// Colours by meaning, in each scheme a person may prefer.
#pragma once

#include <cstdint>

#include "shared/paint/layout.h"

namespace sayso::paint {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  std::uint8_t alpha = 255;

  friend bool operator==(const Colour& a, const Colour& b) = default;
};

// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, relative luminance).
[[nodiscard]] double contrast(Colour a, Colour b);

struct Theme {
  Colour paper;
  Colour wash;
  Colour ink;
  Colour muted;
  Colour edge;
  Colour rule;  // between rows: decoration, no control depends on it
  Colour brand;
  Colour link;
  Colour agreed;
  Colour refused;
  Colour withdrawn;
  Colour error;
  Colour focus;
  Colour focus_ink;
  Colour on_fill;  // text on brand, and on what a state's shape is filled with
};

enum class Scheme : std::uint8_t { Light, Dark, HighContrast, HighContrastDark };

[[nodiscard]] const Theme& theme(Scheme scheme);

[[nodiscard]] Ink ink_of(document::Tone tone);
[[nodiscard]] Colour colour_of(const Theme& theme, Ink ink);
[[nodiscard]] Colour colour_of(const Theme& theme, document::Tone tone);

}  // namespace sayso::paint
