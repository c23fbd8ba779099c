// The gallery's door: what client/web/gallery.js may call. Texts come by way of one buffer that the
// page fills.
#include <emscripten.h>

#include <cstdint>
#include <string>
#include <utility>

#include "client/imgui/webgl/painter.h"
#include "client/mirror/mirror.h"
#include "client/platform/page.h"
#include "shared/base/bytes.h"
#include "shared/components/gallery.h"
#include "shared/components/layout.h"
#include "shared/encoding/words_json.h"

namespace sayso::gallery {
namespace {

// One module instance is one visit; this is its only state.
struct Instance {
  platform::WebPage page;
  mirror::Mirror mirror{page};
  imgui::Painter painter;
  domain::Words words;
  components::State state;
  std::string address = "/gallery";
  document::Document shown;
  paint::Layout layout;
  paint::Attention attention;
  paint::Scheme scheme = paint::Scheme::Light;
  float width = 0;
  float scale = 1;
  bool painted = false;
  Bytes buffer;

  void lay_out() {
    if (!painted) return;
    layout = paint::layout(shown, width, scale, painter.fonts());
    mirror.place(paint::placements(layout));
    platform::tell_laid_out(layout.height);
  }

  void show() {
    shown = components::gallery(words, address, state);
    mirror.show(shown);
    lay_out();
  }
};

Instance& instance() {
  static Instance only;
  return only;
}

std::string text_in_buffer(int size) {
  return std::string(as_text(ByteView(instance().buffer).first(static_cast<std::size_t>(size))));
}

}  // namespace
}  // namespace sayso::gallery

using namespace sayso;
using gallery::instance;

extern "C" {

// Room for `size` bytes, good until the next call.
EMSCRIPTEN_KEEPALIVE std::uint8_t* gallery_buffer(int size) {
  instance().buffer.resize(static_cast<std::size_t>(size));
  return instance().buffer.data();
}

// 0 when the words cannot be read.
EMSCRIPTEN_KEEPALIVE int gallery_words(int size) {
  auto words = encoding::decode_words(gallery::text_in_buffer(size));
  if (!words) return 0;
  instance().words = std::move(*words);
  return 1;
}

EMSCRIPTEN_KEEPALIVE void gallery_go(int size) {
  instance().address = gallery::text_in_buffer(size);
  instance().state = {};
  instance().show();
}

EMSCRIPTEN_KEEPALIVE void gallery_press(int size) {
  components::press(instance().state, gallery::text_in_buffer(size));
  instance().show();
}

EMSCRIPTEN_KEEPALIVE void gallery_toggle(int size, int open) {
  const std::string id = gallery::text_in_buffer(size);
  if (open != 0) {
    instance().state.open.insert(id);
  } else {
    instance().state.open.erase(id);
  }
  instance().show();
}

EMSCRIPTEN_KEEPALIVE int gallery_font(int bold, int size) {
  const auto weight = bold != 0 ? paint::Weight::Bold : paint::Weight::Regular;
  const ByteView file = ByteView(instance().buffer).first(static_cast<std::size_t>(size));
  return instance().painter.fonts().add(weight, file) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int gallery_painter() { return instance().painter.init("#canvas") ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE void gallery_size(float width, float scale) {
  instance().width = width;
  instance().scale = scale;
  instance().lay_out();
}

EMSCRIPTEN_KEEPALIVE void gallery_scheme(int scheme) {
  instance().scheme = static_cast<paint::Scheme>(scheme);
  platform::tell_outdated();
}

EMSCRIPTEN_KEEPALIVE void gallery_painted(int on) {
  instance().painted = on != 0;
  instance().mirror.forget_placements();
  instance().lay_out();
}

EMSCRIPTEN_KEEPALIVE void gallery_paint(float top, float width, float height, float pixel_ratio) {
  instance().painter.resize(width, height, pixel_ratio);
  instance().painter.paint(instance().layout, instance().scheme, instance().attention, top);
}

// The buffer holds three paths, each ended by a newline: focused, hovered, pressed.
EMSCRIPTEN_KEEPALIVE void gallery_attention(int size) {
  const std::string text = gallery::text_in_buffer(size);
  paint::Attention attention;
  std::size_t at = 0;
  for (std::string* path : {&attention.focused, &attention.hovered, &attention.pressed}) {
    const auto end = text.find('\n', at);
    if (end == std::string::npos) return;
    *path = text.substr(at, end - at);
    at = end + 1;
  }
  if (attention == instance().attention) return;
  instance().attention = std::move(attention);
  platform::tell_outdated();
}

}  // extern "C"
