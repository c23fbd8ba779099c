#include <doctest/doctest.h>

#include <algorithm>

#include "shared/paint/theme.h"

namespace sayso::paint {
namespace {

constexpr Scheme schemes[] = {Scheme::Light, Scheme::Dark, Scheme::HighContrast,
                              Scheme::HighContrastDark};

TEST_CASE("contrast is that of WCAG's definition") {
  CHECK(contrast({0, 0, 0}, {255, 255, 255}) == doctest::Approx(21));
  CHECK(contrast({255, 255, 255}, {255, 255, 255}) == doctest::Approx(1));
  CHECK(contrast({0x76, 0x76, 0x76}, {255, 255, 255}) == doctest::Approx(4.54).epsilon(0.01));
}

TEST_CASE("text has a contrast of 4.5 to what it stands on, in every scheme") {
  for (const Scheme scheme : schemes) {
    const Theme& now = theme(scheme);
    CAPTURE(static_cast<int>(scheme));
    for (const Colour ground : {now.paper, now.wash}) {
      for (const Colour ink : {now.ink, now.muted, now.brand, now.link, now.agreed, now.refused,
                               now.withdrawn, now.error}) {
        CHECK(contrast(ink, ground) >= 4.5);
      }
    }
    // On a panel, a main button, and a button that asks for care.
    CHECK(contrast(now.on_fill, now.brand) >= 4.5);
    CHECK(contrast(now.on_fill, now.ink) >= 4.5);
    CHECK(contrast(now.focus_ink, now.focus) >= 4.5);
  }
}

TEST_CASE("borders and shapes have a contrast of 3 to what they stand on") {
  for (const Scheme scheme : schemes) {
    const Theme& now = theme(scheme);
    CAPTURE(static_cast<int>(scheme));
    for (const Colour ground : {now.paper, now.wash}) {
      for (const Colour shape :
           {now.edge, now.brand, now.error, now.agreed, now.refused, now.withdrawn, now.muted}) {
        CHECK(contrast(shape, ground) >= 3);
      }
    }
    // The tick and the bar on the states' discs.
    CHECK(contrast(now.on_fill, now.agreed) >= 3);
    CHECK(contrast(now.on_fill, now.refused) >= 3);
    // Of the ring around what has focus, one of its two colours shows on any ground.
    CHECK(std::max(contrast(now.focus, now.paper), contrast(now.focus_ink, now.paper)) >= 3);
  }
}

TEST_CASE("no is never the colour of an error, and high contrast has two colours only") {
  for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
    CHECK_FALSE(theme(scheme).refused == theme(scheme).error);
  }
  for (const Scheme scheme : {Scheme::HighContrast, Scheme::HighContrastDark}) {
    const Theme& now = theme(scheme);
    for (const Colour one : {now.muted, now.edge, now.brand, now.link, now.agreed, now.refused,
                             now.withdrawn, now.error}) {
      CHECK(one == now.ink);
    }
    CHECK(now.wash == now.paper);
  }
}

}  // namespace
}  // namespace sayso::paint
