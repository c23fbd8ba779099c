#include "client/imgui/webgl/painter.h"

#include <emscripten/html5.h>

#include <cmath>

namespace sayso::imgui {

Painter::~Painter() {
  if (context_ > 0) emscripten_webgl_destroy_context(context_);
}

bool Painter::init(const char* canvas) {
  if (context_ > 0) {
    emscripten_webgl_destroy_context(context_);
    renderer_.forget(fonts_.atlas());
  }
  selector_ = canvas;
  EmscriptenWebGLContextAttributes wanted;
  emscripten_webgl_init_context_attributes(&wanted);
  wanted.alpha = false;
  wanted.depth = false;
  wanted.stencil = false;
  wanted.antialias = false;
  wanted.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
  wanted.majorVersion = 2;
  wanted.enableExtensionsByDefault = false;
  context_ = emscripten_webgl_create_context(canvas, &wanted);
  if (context_ <= 0) return false;
  emscripten_webgl_make_context_current(context_);
  return renderer_.start();
}

void Painter::resize(float css_width, float css_height, float pixel_ratio) {
  ratio_ = pixel_ratio;
  css_height_ = css_height;
  width_px_ = static_cast<int>(std::lround(css_width * pixel_ratio));
  height_px_ = static_cast<int>(std::lround(css_height * pixel_ratio));
  emscripten_set_canvas_element_size(selector_.c_str(), width_px_, height_px_);
}

bool Painter::lost() const {
  return context_ <= 0 || emscripten_is_webgl_context_lost(context_) != 0;
}

bool Painter::paint(const paint::Layout& layout, paint::Scheme scheme,
                    const paint::Attention& attention, float band_top) {
  if (lost() || width_px_ <= 0 || height_px_ <= 0 || !fonts_.ready()) return false;
  const paint::Theme& colours = paint::theme(scheme);
  canvas_.begin(band_top, ratio_, width_px_, height_px_);
  paint::paint(layout, colours, attention, {band_top, css_height_}, fonts_, canvas_);
  renderer_.draw(canvas_.lists(), fonts_.atlas(), width_px_, height_px_, colours.paper);
  return true;
}

}  // namespace sayso::imgui
