// The WebAssembly module's door: what client/web/boot.js may call. Texts come by way of one buffer
// that the page fills.
#include <emscripten.h>

#include <string>
#include <utility>

#include "client/app/messages.h"
#include "client/main/portal.h"
#include "client/platform/page.h"
#include "shared/crypto/hash.h"
#include "shared/encoding/holidays_json.h"
#include "shared/encoding/notice_json.h"
#include "shared/encoding/words_json.h"

namespace sayso::portal {
namespace {

class WebStage final : public StagePort {
 public:
  void laid_out(float height) override { platform::tell_laid_out(height); }
  void outdated() override { platform::tell_outdated(); }
};

// One module instance is one visit; this is its only state.
struct Instance {
  platform::WebPage page;
  platform::WebEffects effects;
  WebStage stage;
  imgui::Painter painter;
  Portal portal{page, effects, stage, painter};
  client::Facts facts;
  bool broken = false;
  Bytes buffer;
};

Instance& instance() {
  static Instance only;
  return only;
}

std::string text_in_buffer(int size) {
  return std::string(as_text(ByteView(instance().buffer).first(static_cast<std::size_t>(size))));
}

enum class Given { Notice, Words, Holidays, LogKey, Version };

bool take_notice(const std::string& text, client::Facts& facts) {
  auto notice = encoding::decode_notice(text);
  const auto canonical = encoding::canonical_notice(text);
  if (!notice || !canonical) return false;
  facts.notice = std::move(*notice);
  facts.notice_hash = encode_hex(crypto::sha256(as_bytes(*canonical)));
  return true;
}

bool take_words(const std::string& text, client::Facts& facts) {
  auto words = encoding::decode_words(text);
  if (words) facts.words = std::move(*words);
  return words.has_value();
}

bool take_holidays(const std::string& text, client::Facts& facts) {
  auto holidays = encoding::decode_bank_holidays(text);
  if (holidays) facts.bank_holidays = std::move(holidays->days);
  return holidays.has_value();
}

bool take_given(Given what, std::string text, client::Facts& facts) {
  switch (what) {
    case Given::Notice:
      return take_notice(text, facts);
    case Given::Words:
      return take_words(text, facts);
    case Given::Holidays:
      return take_holidays(text, facts);
    case Given::LogKey:
      facts.log_key = std::move(text);
      return true;
    case Given::Version:
      facts.client_version = std::move(text);
      return true;
  }
  return false;
}

}  // namespace
}  // namespace sayso::portal

using namespace sayso;
using portal::instance;

extern "C" {

// Room for `size` bytes, good until the next call.
EMSCRIPTEN_KEEPALIVE std::uint8_t* sayso_buffer(int size) {
  instance().buffer.resize(static_cast<std::size_t>(size));
  return instance().buffer.data();
}

// Read as it comes, one at a time, so that the page can answer a finger in between.
EMSCRIPTEN_KEEPALIVE void sayso_give(int what, int size) {
  auto& it = instance();
  const auto given = static_cast<portal::Given>(what);
  if (!portal::take_given(given, portal::text_in_buffer(size), it.facts)) it.broken = true;
}

// 1 when all that was given can be read; 0 and nothing begun when not.
EMSCRIPTEN_KEEPALIVE int sayso_begin() {
  auto& it = instance();
  if (it.broken) return 0;
  it.portal.begin(std::move(it.facts));
  return 1;
}

// 1 when it was an action.
EMSCRIPTEN_KEEPALIVE int sayso_take(int size) {
  const auto message = client::decode_message(portal::text_in_buffer(size));
  if (!message) return 0;
  instance().portal.take(*message);
  return 1;
}

EMSCRIPTEN_KEEPALIVE int sayso_font(int bold, int size) {
  const auto weight = bold != 0 ? paint::Weight::Bold : paint::Weight::Regular;
  const ByteView file = ByteView(instance().buffer).first(static_cast<std::size_t>(size));
  return instance().painter.fonts().add(weight, file) ? 1 : 0;
}

// 1 when there is a WebGL 2 context on #canvas. Again after a lost one came back.
EMSCRIPTEN_KEEPALIVE int sayso_painter() { return instance().painter.init("#canvas") ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE int sayso_can_paint() { return instance().portal.can_paint() ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE void sayso_size(float width, float scale) {
  instance().portal.set_size(width, scale);
}

// As paint::Scheme.
EMSCRIPTEN_KEEPALIVE void sayso_scheme(int scheme) {
  instance().portal.set_scheme(static_cast<paint::Scheme>(scheme));
}

EMSCRIPTEN_KEEPALIVE void sayso_painted(int on) { instance().portal.set_painted(on != 0); }

EMSCRIPTEN_KEEPALIVE void sayso_paint(float top, float width, float height, float pixel_ratio) {
  instance().portal.paint(top, width, height, pixel_ratio);
}

// The buffer holds three paths, each ended by a newline: focused, hovered, pressed.
EMSCRIPTEN_KEEPALIVE void sayso_attention(int size) {
  const std::string text = portal::text_in_buffer(size);
  paint::Attention attention;
  std::size_t at = 0;
  for (std::string* path : {&attention.focused, &attention.hovered, &attention.pressed}) {
    const auto end = text.find('\n', at);
    if (end == std::string::npos) return;
    *path = text.substr(at, end - at);
    at = end + 1;
  }
  instance().portal.set_attention(std::move(attention));
}

// How far what moves along a line has come, 0 to 1.
EMSCRIPTEN_KEEPALIVE void sayso_move(float share) { instance().portal.set_moved(share); }

// For checking that an idle page draws nothing.
EMSCRIPTEN_KEEPALIVE double sayso_draw_calls() {
  return static_cast<double>(instance().painter.draw_calls());
}

}  // extern "C"
