// The portal put together: state, page, painter. Each action is taken in, shown in the page, and
// painted, in one go.
#pragma once

#include <optional>
#include <string_view>

#include "client/app/effect_port.h"
#include "client/app/messages.h"
#include "client/app/state.h"
#include "client/imgui/webgl/painter.h"
#include "client/mirror/mirror.h"
#include "shared/paint/layout.h"
#include "shared/paint/paint.h"

namespace sayso::portal {

// Whoever holds the canvas: asks for pictures by Portal::paint, in its own time.
struct StagePort {
  // Main is this high now, in CSS px, and what was painted is out of date.
  virtual void laid_out(float height) = 0;
  // What was painted is out of date.
  virtual void outdated() = 0;

 protected:
  ~StagePort() = default;
};

class Portal {
 public:
  // All of them outlive the portal.
  Portal(mirror::PagePort& page, client::EffectPort& effects, StagePort& stage,
         imgui::Painter& painter)
      : mirror_(page), effects_(effects), stage_(stage), painter_(painter) {}

  void begin(client::Facts facts);
  void take(const client::Message& message);

  // Width of main in CSS px; scale = root font size ÷ 16.
  void set_size(float width, float scale);
  void set_scheme(paint::Scheme scheme);
  // Whether the canvas is shown: only then is anything laid out.
  void set_painted(bool painted);
  void set_attention(paint::Attention attention);
  // Of what moves once where the attention went: 0 to 1.
  void set_moved(float share);
  // Paints main from `top` on. All in CSS px; `pixel_ratio` in canvas pixels for each.
  void paint(float top, float width, float height, float pixel_ratio);

  // Whether paint can show the present document at all.
  [[nodiscard]] bool can_paint() const;

 private:
  void show(Instant now);
  void lay_out();

  client::State state_;
  mirror::Mirror mirror_;
  client::EffectPort& effects_;
  StagePort& stage_;
  imgui::Painter& painter_;

  document::Document document_;
  std::uint32_t focus_seen_ = 0;
  float width_ = 0;
  float scale_ = 1;
  paint::Scheme scheme_ = paint::Scheme::Light;
  paint::Attention attention_;
  paint::Layout layout_;
  bool painted_ = false;
};

}  // namespace sayso::portal
