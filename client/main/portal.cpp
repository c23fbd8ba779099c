#include "client/main/portal.h"

#include <utility>

#include "client/app/update.h"
#include "client/app/view.h"

namespace sayso::portal {

void Portal::begin(client::Facts facts) { state_.facts = std::move(facts); }

void Portal::take(const client::Message& message) {
  const client::Effects effects = client::update(state_, message.action, message.moment);
  show(message.moment.now);
  if (!effects.empty()) effects_.run(client::encode_effects(effects));
}

void Portal::show(Instant now) {
  document::Document next = client::view(state_, now);
  const bool same = next == document_;
  document_ = std::move(next);
  mirror_.show(document_);
  if (!same && painted_) {
    lay_out();
    paint();
  }
  // Asked for once, carried out once: after the page and its places are as they should be.
  if (state_.focus_serial != focus_seen_) {
    focus_seen_ = state_.focus_serial;
    mirror_.focus(state_.focus);
  }
}

void Portal::lay_out() {
  layout_ = paint::layout(document_, viewport_.width, viewport_.scale, painter_.fonts());
  mirror_.place(paint::placements(layout_));
}

void Portal::set_viewport(const Viewport& viewport) {
  viewport_ = viewport;
  painted_band_ = {};
  if (!painted_) return;
  lay_out();
  paint();
}

void Portal::set_painted(bool painted) {
  if (painted == painted_) return;
  painted_ = painted;
  mirror_.forget_placements();
  if (!painted_) return;
  lay_out();
  paint();
}

void Portal::set_band(const paint::Band& band) {
  band_ = band;
  paint();
}

void Portal::set_attention(paint::Attention attention) {
  if (attention == attention_) return;
  attention_ = std::move(attention);
  paint();
}

void Portal::paint() {
  if (!painted_ || band_.height <= 0) return;
  if (band_.height != painted_band_.height) painter_.resize(viewport_.width, band_.height, viewport_.pixel_ratio);
  painted_band_ = band_;
  painter_.paint(layout_, viewport_.scheme, attention_, band_.top);
}

bool Portal::can_paint() const {
  return painter_.fonts().ready() && paint::can_paint(document_, painter_.fonts());
}

}  // namespace sayso::portal
