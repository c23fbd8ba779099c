#include "shared/paint/marks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sayso::paint {
namespace {

namespace metrics = document::metrics;
using document::Tone;

constexpr float focus_ring = 3;  // beyond the edge of what has focus

struct Drawing {
  const Mark& mark;
  const Theme& theme;
  MarkState state;
  float scale;
  Canvas& canvas;

  [[nodiscard]] Point centre() const {
    return {mark.box.x + mark.box.width / 2, mark.box.y + mark.box.height / 2};
  }
  [[nodiscard]] float corner() const { return metrics::corner * scale; }
  [[nodiscard]] float border() const { return metrics::border * scale; }
};

Rect grown(Rect box, float by) {
  return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

void draw_frame(const Drawing& now, Colour inside, Colour edge, float thickness) {
  now.canvas.fill(now.mark.box, inside, now.corner());
  now.canvas.stroke(now.mark.box, edge, thickness, now.corner());
}

// Yellow around, and black between the yellow and the control, so that the ring shows on any
// ground.
void draw_focus_box(const Drawing& now, Rect box, float corner) {
  const float ring = focus_ring * now.scale;
  now.canvas.fill(grown(box, 2 * ring), now.theme.focus, corner + 2 * ring);
  now.canvas.fill(grown(box, ring), now.theme.focus_ink, corner + ring);
}

void draw_focused_button(const Drawing& now) {
  const Rect box = now.mark.box;
  const float bar = metrics::focus_underline * now.scale;
  const Rect below{box.x, box.y + box.height / 2, box.width, box.height / 2 + bar};
  now.canvas.fill(below, now.theme.focus_ink, now.corner());
  now.canvas.fill(box, now.theme.focus, now.corner());
}

void draw_button(const Drawing& now) {
  const Theme& theme = now.theme;
  if (now.state.focused) return draw_focused_button(now);
  if (now.mark.disabled) return draw_frame(now, theme.paper, theme.edge, now.border());
  const int pushed = now.state.pressed ? 4 : now.state.hovered ? 2 : 0;
  if (now.mark.tone == Tone::Primary || now.mark.tone == Tone::Caution) {
    const Colour fill = now.mark.tone == Tone::Primary ? theme.brand : theme.ink;
    return now.canvas.fill(now.mark.box, mix(fill, theme.edge, pushed), now.corner());
  }
  draw_frame(now, mix(theme.paper, theme.edge, pushed / 2), theme.brand, now.border());
}

Colour edge_of(const Drawing& now) {
  if (now.state.focused) return now.theme.focus_ink;
  return now.mark.on && !now.mark.disabled ? now.theme.ink : now.theme.edge;
}

// What tells that an option is chosen.
Colour inside_of(const Drawing& now) { return now.mark.disabled ? now.theme.edge : now.theme.ink; }

void draw_radio(const Drawing& now) {
  const float radius = now.mark.box.width / 2;
  const Point centre = now.centre();
  const Colour edge = edge_of(now);
  if (now.state.focused) {
    now.canvas.disc(centre, radius + 2 * focus_ring * now.scale, now.theme.focus);
    now.canvas.disc(centre, radius + now.border(), now.theme.focus_ink);
  } else if (now.state.hovered || now.state.pressed) {
    now.canvas.disc(centre, radius + focus_ring * now.scale,
                    mix(now.theme.wash, now.theme.edge, 3));
  }
  now.canvas.disc(centre, radius, now.theme.paper);
  now.canvas.ring(centre, radius, edge, now.border());
  if (now.mark.on) now.canvas.disc(centre, radius / 2, inside_of(now));
}

void draw_checkbox(const Drawing& now) {
  const Rect box = now.mark.box;
  const Colour edge = edge_of(now);
  const float corner = now.corner();
  if (now.state.focused) {
    now.canvas.fill(grown(box, 2 * focus_ring * now.scale), now.theme.focus, corner + focus_ring);
    now.canvas.fill(grown(box, now.border()), now.theme.focus_ink, corner + now.border());
  } else if (now.state.hovered || now.state.pressed) {
    now.canvas.fill(grown(box, focus_ring * now.scale), mix(now.theme.wash, now.theme.edge, 3),
                    corner + focus_ring);
  }
  now.canvas.fill(box, now.theme.paper, corner);
  now.canvas.stroke(box, edge, now.border(), corner);
  if (!now.mark.on) return;
  const float unit = box.width / 40;
  const std::array<Point, 3> tick{Point{box.x + 10 * unit, box.y + 20.5F * unit},
                                  Point{box.x + 17.5F * unit, box.y + 28 * unit},
                                  Point{box.x + 30.5F * unit, box.y + 12.5F * unit}};
  now.canvas.polyline(tick, inside_of(now), 4.5F * unit);
}

void draw_details_arrow(const Drawing& now) {
  const Rect box = now.mark.box;
  const Point middle{box.x + box.height * 0.33F, box.y + box.height / 2};
  const float reach = box.height * 0.26F;
  const Colour colour = now.state.focused ? now.theme.focus_ink : now.theme.link;
  if (now.mark.on) {
    now.canvas.triangle({middle.x - reach, middle.y - reach * 0.6F},
                        {middle.x + reach, middle.y - reach * 0.6F},
                        {middle.x, middle.y + reach * 0.8F}, colour);
  } else {
    now.canvas.triangle({middle.x - reach * 0.6F, middle.y - reach},
                        {middle.x + reach * 0.8F, middle.y},
                        {middle.x - reach * 0.6F, middle.y + reach}, colour);
  }
}

void draw_back_arrow(const Drawing& now) {
  const Rect box = now.mark.box;
  const float y = box.y + box.height / 2;
  const float reach = box.height * 0.2F;
  const std::array<Point, 3> arrow{Point{box.x + reach * 1.8F, y - reach},
                                   Point{box.x + reach * 0.8F, y},
                                   Point{box.x + reach * 1.8F, y + reach}};
  now.canvas.polyline(arrow, now.theme.ink, now.border());
}

void draw_warning_sign(const Drawing& now) {
  const Point centre = now.centre();
  const float radius = now.mark.box.width / 2;
  now.canvas.disc(centre, radius, now.theme.ink);
  const float half = radius * 0.13F;
  now.canvas.fill({centre.x - half, centre.y - radius * 0.52F, 2 * half, radius * 0.66F},
                  now.theme.paper, half * 0.6F);
  now.canvas.disc({centre.x, centre.y + radius * 0.44F}, half * 1.15F, now.theme.paper);
}

// How far along is not known: three blocks, so that nothing needs to move.
void draw_unknown_progress(const Drawing& now, Rect inner) {
  const float part = inner.width / 7;
  for (int i = 0; i < 3; ++i) {
    const float x = inner.x + part * static_cast<float>(1 + 2 * i);
    now.canvas.fill({x, inner.y, part, inner.height}, now.theme.brand, 0);
  }
}

void draw_progress(const Drawing& now) {
  draw_frame(now, now.theme.wash, now.theme.edge, now.border());
  Rect inner = grown(now.mark.box, -2 * now.border());
  if (now.mark.number < 0) return draw_unknown_progress(now, inner);
  inner.width *= static_cast<float>(std::min(now.mark.number, 100)) / 100;
  if (inner.width > 0) now.canvas.fill(inner, now.theme.brand, now.corner() / 3);
}

// Black on white in every scheme: cameras expect that. A run of dark squares at a time.
void draw_squares(const Drawing& now) {
  constexpr Colour white{255, 255, 255, 255};
  constexpr Colour black{0, 0, 0, 255};
  constexpr float quiet = 4;
  const std::string& rows = now.mark.payload;
  const std::size_t across = std::min(rows.find(' '), rows.size());
  const float side = now.mark.box.width / (static_cast<float>(across) + 2 * quiet);
  now.canvas.fill(now.mark.box, white, 0);
  now.canvas.stroke(now.mark.box, now.theme.rule, now.scale, 0);
  std::size_t x = 0;
  std::size_t y = 0;
  std::size_t run = 0;
  const auto finish_run = [&] {
    if (run > 0) {
      now.canvas.fill({now.mark.box.x + (quiet + static_cast<float>(x - run)) * side,
                       now.mark.box.y + (quiet + static_cast<float>(y)) * side,
                       static_cast<float>(run) * side, side},
                      black, 0);
    }
    run = 0;
  };
  for (const char square : rows) {
    if (square == '1') {
      ++run;
      ++x;
      continue;
    }
    finish_run();
    if (square == ' ') {
      x = 0;
      ++y;
    } else {
      ++x;
    }
  }
  finish_run();
}

}  // namespace

Colour mix(Colour colour, Colour other, int tenths) {
  const auto blend = [tenths](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>((a * (10 - tenths) + b * tenths) / 10);
  };
  return {blend(colour.red, other.red), blend(colour.green, other.green),
          blend(colour.blue, other.blue), 255};
}

void draw_mark(const Mark& mark, const Theme& theme, MarkState state, float scale, Canvas& canvas) {
  const Drawing now{mark, theme, state, scale, canvas};
  switch (mark.shape) {
    case Shape::BannerFrame:
      return draw_frame(now, theme.wash, theme.brand, now.border());
    case Shape::PanelFill:
      return canvas.fill(mark.box, theme.brand, now.corner());
    case Shape::FaultFrame:
      if (state.focused) draw_focus_box(now, mark.box, now.corner());
      return draw_frame(now, theme.paper, theme.error, 2 * now.border());
    case Shape::QuoteFill:
      if (theme.wash == theme.paper) return draw_frame(now, theme.paper, theme.edge, now.border());
      return canvas.fill(mark.box, theme.wash, now.corner());
    case Shape::InsetBar:
      return canvas.fill(mark.box, theme.edge, 0);
    case Shape::DetailsBar:
      return canvas.fill(mark.box, theme.rule, 0);
    case Shape::FaultBar:
      return canvas.fill(mark.box, theme.error, 0);
    case Shape::Rule:
      return canvas.fill(mark.box, theme.rule, 0);
    case Shape::StrongRule:
      return canvas.fill(mark.box, theme.edge, 0);
    case Shape::Bullet:
      return canvas.disc(now.centre(), mark.box.width / 2, mark.on ? theme.on_fill : theme.ink);
    case Shape::WarningSign:
      return draw_warning_sign(now);
    case Shape::TagFill:
      if (theme.wash == theme.paper) return;
      return canvas.fill(mark.box, theme.wash, now.corner());
    case Shape::TagSign:
      return draw_sign(mark.tone, mark.box, theme, canvas);
    case Shape::ButtonFill:
      return draw_button(now);
    case Shape::RadioRing:
      return draw_radio(now);
    case Shape::CheckboxFrame:
      return draw_checkbox(now);
    case Shape::DetailsArrow:
      return draw_details_arrow(now);
    case Shape::BackArrow:
      return draw_back_arrow(now);
    case Shape::ProgressBar:
      return draw_progress(now);
    case Shape::Squares:
      return draw_squares(now);
    case Shape::MapChip:
    case Shape::CouncilBlock:
    case Shape::ChannelOpen:
    case Shape::ChannelShut:
    case Shape::ArrowDown:
    case Shape::FlowBend:
    case Shape::FlowCurve:
      return draw_map_mark(mark, theme, state, scale, canvas);
  }
}

}  // namespace sayso::paint
