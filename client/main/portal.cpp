#include "client/main/portal.h"

#include <utility>

#include "client/app/update.h"
#include "client/app/view.h"
#include "shared/components/layout.h"

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
  if (!same && painted_) lay_out();
  // Asked for once, carried out once: after the page and its places are as they should be.
  if (state_.focus_serial != focus_seen_) {
    focus_seen_ = state_.focus_serial;
    mirror_.focus(state_.focus);
  }
}

void Portal::lay_out() {
  layout_ = paint::layout(document_, width_, scale_, painter_.fonts());
  mirror_.place(paint::placements(layout_));
  stage_.laid_out(layout_.height);
}

void Portal::set_size(float width, float scale) {
  width_ = width;
  scale_ = scale;
  if (painted_) lay_out();
}

void Portal::set_scheme(paint::Scheme scheme) {
  scheme_ = scheme;
  stage_.outdated();
}

void Portal::set_painted(bool painted) {
  if (painted == painted_) return;
  painted_ = painted;
  mirror_.forget_placements();
  if (painted_) lay_out();
}

void Portal::set_moved(float share) {
  if (share == attention_.moved) return;
  attention_.moved = share;
  stage_.outdated();
}

void Portal::set_attention(paint::Attention attention) {
  attention.moved = attention_.moved;
  if (attention == attention_) return;
  attention_ = std::move(attention);
  stage_.outdated();
}

void Portal::paint(float top, float width, float height, float pixel_ratio) {
  painter_.resize(width, height, pixel_ratio);
  painter_.paint(layout_, scheme_, attention_, top);
}

bool Portal::can_paint() const {
  return painter_.fonts().ready() && paint::can_paint(document_, painter_.fonts());
}

}  // namespace sayso::portal
