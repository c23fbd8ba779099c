// The browser behind the client's ports: client/web, reached through the module's `host` object.
#pragma once

#include <string_view>

#include "client/app/effect_port.h"
#include "client/mirror/mirror.h"

namespace sayso::platform {

class WebPage final : public mirror::PagePort {
 public:
  void apply(ByteView operations) override;
  void place(ByteView placements) override;
  void focus(std::string_view id) override;
};

class WebEffects final : public client::EffectPort {
 public:
  void run(std::string_view effects) override;
};

// What the canvas' holder has to know: main's height in CSS px, and that the picture is out of
// date.
void tell_laid_out(float height);
void tell_outdated();

}  // namespace sayso::platform
