// Draws the part of a layout that can be seen onto a canvas.
#pragma once

#include <string>

#include "shared/paint/canvas.h"
#include "shared/paint/layout.h"
#include "shared/paint/theme.h"

namespace sayso::paint {

// The stretch of main that the canvas shows, in CSS px from main's top: what is visible, and some
// more on either side.
struct Band {
  float top = 0;
  float height = 0;
};

// What the page tells about its controls, by the path of the node; empty = none.
struct Attention {
  std::string focused = {};  // shown to everybody who reached it by keyboard
  std::string hovered = {};
  std::string pressed = {};
  float moved = 1;  // of what moves once along a line of the data map, 0 to 1

  friend bool operator==(const Attention& a, const Attention& b) = default;
};

// Draws nothing that lies wholly outside of the band, and no paper: the canvas is cleared to that.
void paint(const Layout& layout, const Theme& theme, const Attention& attention, Band band,
           const TextPort& text, Canvas& canvas);

}  // namespace sayso::paint
