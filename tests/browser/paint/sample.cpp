// A page that paints sample screens and nothing else, to look at painting by itself.
#include <emscripten.h>

#include <string>

#include "client/imgui/webgl/painter.h"
#include "shared/components/layout.h"
#include "tests/browser/paint/samples.h"

namespace {

using namespace sayso;

struct Sample {
  imgui::Painter painter;
  document::Document document;
  paint::Layout layout;
  paint::Scheme scheme = paint::Scheme::Light;
  paint::Attention attention;
  std::string told;
};

Sample& sample() {
  static Sample made;
  return made;
}

void put(std::string& into, float value) { into += std::to_string(value) + " "; }

}  // namespace

// clang-format off
EM_JS(void, take_bytes, (std::uint8_t* to), { HEAPU8.set(Module["taken"], to); });
// clang-format on

extern "C" {

EMSCRIPTEN_KEEPALIVE int sample_font(int bold, int size) {
  Bytes bytes(static_cast<std::size_t>(size));
  take_bytes(bytes.data());
  const auto weight = bold != 0 ? paint::Weight::Bold : paint::Weight::Regular;
  return sample().painter.fonts().add(weight, bytes) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int sample_start() { return sample().painter.init("#canvas") ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE float sample_layout(const char* name, float width, float scale) {
  Sample& now = sample();
  now.document = document::sample(name);
  now.layout = paint::layout(now.document, width, scale, now.painter.fonts());
  return now.layout.height;
}

EMSCRIPTEN_KEEPALIVE void sample_look(int scheme, const char* focused, const char* hovered) {
  sample().scheme = static_cast<paint::Scheme>(scheme);
  sample().attention.focused = focused;
  sample().attention.hovered = hovered;
}

EMSCRIPTEN_KEEPALIVE int sample_paint(float top, float width, float height, float ratio) {
  Sample& now = sample();
  now.painter.resize(width, height, ratio);
  return now.painter.paint(now.layout, now.scheme, now.attention, top) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int sample_draw_calls() {
  return static_cast<int>(sample().painter.draw_calls());
}

// One line a placement: path, part, its box, and each line's box and words.
EMSCRIPTEN_KEEPALIVE const char* sample_placements() {
  Sample& now = sample();
  now.told.clear();
  for (const paint::Piece& piece : now.layout.pieces) {
    now.told += piece.path + "\t" + std::to_string(static_cast<int>(piece.part)) + "\t";
    for (const float value : {piece.box.x, piece.box.y, piece.box.width, piece.box.height}) {
      put(now.told, value);
    }
    now.told += "\t" + std::to_string(piece.type.size) + "\t" + (piece.type.bold ? "700" : "400");
    for (const paint::Line& line : piece.lines) {
      now.told += "\t";
      for (const float value : {line.box.x, line.box.y, line.box.width, line.box.height}) {
        put(now.told, value);
      }
      now.told += "|" + piece.text.substr(line.begin, line.end - line.begin);
    }
    now.told += "\n";
  }
  return now.told.c_str();
}
}
