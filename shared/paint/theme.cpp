#include "shared/paint/theme.h"

#include <algorithm>
#include <cmath>

namespace sayso::paint {
namespace {

constexpr Colour rgb(std::uint32_t value) {
  return {static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>(value >> 8U & 0xFFU),
          static_cast<std::uint8_t>(value & 0xFFU), 255};
}

constexpr Colour black = rgb(0x000000);
constexpr Colour white = rgb(0xffffff);
constexpr Colour yellow = rgb(0xffdd00);
constexpr Colour focus_black = rgb(0x14181b);

constexpr Theme light{.paper = white,
                      .wash = rgb(0xf6f3ee),
                      .ink = rgb(0x14181b),
                      .muted = rgb(0x4a5459),
                      .edge = rgb(0x6d7478),
                      .rule = rgb(0xd5d2cb),
                      .brand = rgb(0x0a4f5c),
                      .link = rgb(0x0b5a8a),
                      .agreed = rgb(0x00663b),
                      .refused = rgb(0x5b3a8c),
                      .withdrawn = rgb(0x6b4a00),
                      .error = rgb(0xb3261e),
                      .focus = yellow,
                      .focus_ink = focus_black,
                      .on_fill = white};

constexpr Theme dark{.paper = rgb(0x101416),
                     .wash = rgb(0x1a2024),
                     .ink = rgb(0xf2efea),
                     .muted = rgb(0xb4bcc0),
                     .edge = rgb(0x8b959a),
                     .rule = rgb(0x3a4348),
                     .brand = rgb(0x7fd0dd),
                     .link = rgb(0x8ecbf2),
                     .agreed = rgb(0x6fd6a0),
                     .refused = rgb(0xc3a6f2),
                     .withdrawn = rgb(0xe2bd6b),
                     .error = rgb(0xff9d93),
                     .focus = yellow,
                     .focus_ink = focus_black,
                     .on_fill = rgb(0x101416)};

// Shapes alone say what a colour would: every colour is the ink.
constexpr Theme two_colours(Colour paper, Colour ink) {
  return {.paper = paper,
          .wash = paper,
          .ink = ink,
          .muted = ink,
          .edge = ink,
          .rule = ink,
          .brand = ink,
          .link = ink,
          .agreed = ink,
          .refused = ink,
          .withdrawn = ink,
          .error = ink,
          .focus = yellow,
          .focus_ink = black,
          .on_fill = paper};
}

constexpr Theme high_contrast = two_colours(white, black);
constexpr Theme high_contrast_dark = two_colours(black, white);

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

}  // namespace

double contrast(Colour a, Colour b) {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

const Theme& theme(Scheme scheme) {
  switch (scheme) {
    case Scheme::Dark:
      return dark;
    case Scheme::HighContrast:
      return high_contrast;
    case Scheme::HighContrastDark:
      return high_contrast_dark;
    case Scheme::Light:
      break;
  }
  return light;
}

Colour colour_of(const Theme& theme, Ink ink) {
  switch (ink) {
    case Ink::Muted:
      return theme.muted;
    case Ink::Link:
      return theme.link;
    case Ink::Brand:
      return theme.brand;
    case Ink::OnFill:
      return theme.on_fill;
    case Ink::Agreed:
      return theme.agreed;
    case Ink::Refused:
      return theme.refused;
    case Ink::Withdrawn:
      return theme.withdrawn;
    case Ink::Fault:
      return theme.error;
    case Ink::Text:
      break;
  }
  return theme.ink;
}

Ink ink_of(document::Tone tone) {
  using document::Tone;
  switch (tone) {
    case Tone::Agreed:
      return Ink::Agreed;
    case Tone::Refused:
      return Ink::Refused;
    case Tone::Withdrawn:
    case Tone::Caution:
      return Ink::Withdrawn;
    case Tone::NotAsked:
    case Tone::NotConsent:
      return Ink::Muted;
    case Tone::Fault:
      return Ink::Fault;
    case Tone::Brand:
    case Tone::Primary:
      return Ink::Brand;
    case Tone::Neutral:
    case Tone::Secondary:
      break;
  }
  return Ink::Text;
}

Colour colour_of(const Theme& theme, document::Tone tone) { return colour_of(theme, ink_of(tone)); }

}  // namespace sayso::paint
