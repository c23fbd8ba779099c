// Paints layouts onto a canvas element, when asked and at no other time.
//
// The canvas stands in the page where client/web/canvas.js puts it, a band of main high. Where
// WebGL 2 is missing or lost the page itself is shown instead; nothing here tries again by itself.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "client/imgui/draw_canvas.h"
#include "client/imgui/fonts.h"
#include "client/imgui/webgl/renderer.h"
#include "shared/paint/paint.h"

namespace sayso::imgui {

class Painter {
 public:
  Painter() : canvas_(fonts_) {}
  ~Painter();
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;

  // Measures text as it will be painted; takes the font files too.
  [[nodiscard]] Fonts& fonts() { return fonts_; }

  // `canvas` is a CSS selector, e.g. "#canvas". False: no WebGL 2. To be called again after a lost
  // context has come back.
  [[nodiscard]] bool init(const char* canvas);
  // Height is the band's. Sizes the canvas' pixels; what was painted is gone.
  void resize(float css_width, float css_height, float pixel_ratio);
  // False if nothing was painted because the context is lost or was never there.
  bool paint(const paint::Layout& layout, paint::Scheme scheme, const paint::Attention& attention,
             float band_top);

  [[nodiscard]] bool lost() const;
  [[nodiscard]] std::uint64_t draw_calls() const { return renderer_.draw_calls(); }

 private:
  Fonts fonts_;
  DrawCanvas canvas_;
  Renderer renderer_;
  std::string selector_;
  std::intptr_t context_ = 0;
  float ratio_ = 1;
  float css_height_ = 0;
  int width_px_ = 0;
  int height_px_ = 0;
};

}  // namespace sayso::imgui
