// How each Shape is drawn. For paint.cpp alone.
#pragma once

#include "shared/paint/canvas.h"
#include "shared/paint/layout.h"
#include "shared/paint/theme.h"

namespace sayso::paint {

struct MarkState {
  bool focused = false;
  bool hovered = false;
  bool pressed = false;
  // Of the data map: this line is the one that a person is at, or another one is.
  bool forward = false;
  bool stepped_back = false;
  float moved = 1;  // how far what moves along the line has come, 0 to 1; 1 = it has arrived
};

void draw_mark(const Mark& mark, const Theme& theme, MarkState state, float scale, Canvas& canvas);

// The shapes of the data map: draw_map.cpp.
void draw_map_mark(const Mark& mark, const Theme& theme, MarkState state, float scale,
                   Canvas& canvas);

// Towards `other` by a tenth of `parts`.
[[nodiscard]] Colour mix(Colour colour, Colour other, int tenths);

// A state's shape, so that no state is told by colour alone: agreed a filled disc with a tick,
// refused a filled disc with a bar, withdrawn a ring with a turning arrow, not asked a dashed ring,
// not a matter of consent a square.
void draw_sign(document::Tone tone, Rect box, const Theme& theme, Canvas& canvas);

}  // namespace sayso::paint
