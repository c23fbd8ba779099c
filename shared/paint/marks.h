// What marks are drawn with: for components, and for paint.cpp.
#pragma once

#include "shared/document/metrics.h"
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

// One mark that is being drawn.
struct Drawing {
  const Mark& mark;
  const Theme& theme;
  MarkState state;
  float scale;
  Canvas& canvas;

  [[nodiscard]] Point centre() const {
    return {mark.box.x + mark.box.width / 2, mark.box.y + mark.box.height / 2};
  }
  [[nodiscard]] float corner() const { return document::metrics::corner * scale; }
  [[nodiscard]] float border() const { return document::metrics::border * scale; }
};

inline constexpr float focus_ring = 3;  // beyond the edge of what has focus

// --- For components: what several of them draw ---
[[nodiscard]] Rect grown(Rect box, float by);
void draw_frame(const Drawing& now, Colour inside, Colour edge, float thickness);
// Yellow around, and black between the yellow and the control, so that the ring shows on any
// ground.
void draw_focus_box(const Drawing& now, Rect box, float corner);
void draw_rule(const Drawing& now);
void draw_strong_rule(const Drawing& now);
void draw_tag_fill(const Drawing& now);
void draw_tag_sign(const Drawing& now);

// Towards `other` by a tenth of `parts`.
[[nodiscard]] Colour mix(Colour colour, Colour other, int tenths);

// A state's shape, so that no state is told by colour alone: agreed a filled disc with a tick,
// refused a filled disc with a bar, withdrawn a ring with a turning arrow, not asked a dashed ring,
// not a matter of consent a square.
void draw_sign(document::Tone tone, Rect box, const Theme& theme, Canvas& canvas);

}  // namespace sayso::paint
