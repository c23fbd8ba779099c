// The portal put together: state, page, painter. Each action is taken in, shown in the page, and painted, in one go.
#pragma once

#include <optional>
#include <string_view>

#include "client/app/effect_port.h"
#include "client/app/messages.h"
#include "client/app/state.h"
#include "client/imgui/webgl/painter.h"
#include "client/mirror/mirror.h"
#include "client/paint/layout.h"
#include "client/paint/paint.h"

namespace sayso::portal {

// The part of the window that paint has to know of.
struct Viewport {
  float width = 0;  // CSS px, of main
  float scale = 1;  // root font size ÷ 16
  float pixel_ratio = 1;
  paint::Scheme scheme = paint::Scheme::Light;
};

class Portal {
 public:
  // All three outlive the portal.
  Portal(mirror::PagePort& page, client::EffectPort& effects, imgui::Painter& painter)
      : mirror_(page), effects_(effects), painter_(painter) {}

  void begin(client::Facts facts);
  void take(const client::Message& message);

  void set_viewport(const Viewport& viewport);
  // Whether the canvas is shown: only then is anything laid out or painted.
  void set_painted(bool painted);
  void set_band(const paint::Band& band);
  void set_attention(paint::Attention attention);
  // After a lost context came back.
  void paint();

  // Whether paint can show the present document at all.
  [[nodiscard]] bool can_paint() const;

 private:
  void show(Instant now);
  void lay_out();

  client::State state_;
  mirror::Mirror mirror_;
  client::EffectPort& effects_;
  imgui::Painter& painter_;

  document::Document document_;
  std::uint32_t focus_seen_ = 0;
  Viewport viewport_;
  paint::Band band_;
  paint::Band painted_band_;
  paint::Attention attention_;
  paint::Layout layout_;
  bool painted_ = false;
};

}  // namespace sayso::portal
