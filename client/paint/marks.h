// How each Shape is drawn. For paint.cpp alone.
#pragma once

#include "client/paint/canvas.h"
#include "client/paint/layout.h"
#include "client/paint/theme.h"

namespace sayso::paint {

struct MarkState {
  bool focused = false;
  bool hovered = false;
  bool pressed = false;
};

void draw_mark(const Mark& mark, const Theme& theme, MarkState state, float scale, Canvas& canvas);

// A state's shape, so that no state is told by colour alone: agreed a filled disc with a tick,
// refused a filled disc with a bar, withdrawn a ring with a turning arrow, not asked a dashed ring,
// not a matter of consent a square.
void draw_sign(document::Tone tone, Rect box, const Theme& theme, Canvas& canvas);

}  // namespace sayso::paint
