// Text of fixed width: every character is half its size wide, six tenths when bold.
#pragma once

#include "shared/paint/text.h"
#include "shared/paint/utf8.h"

namespace sayso::paint {

class FakeText final : public TextPort {
 public:
  static constexpr float regular = 0.5F;
  static constexpr float bold = 0.6F;

  [[nodiscard]] float width(std::string_view run, float size, Weight weight) const override {
    float characters = 0;
    for (std::size_t at = 0; at < run.size(); at += character_at(run, at).size_bytes) ++characters;
    return characters * size * (weight == Weight::Bold ? bold : regular);
  }
  [[nodiscard]] Extent extent(float size, Weight) const override {
    return {size * 0.9F, size * 0.3F};
  }
  // Knows nothing beyond Latin.
  [[nodiscard]] bool covers(std::string_view run) const override {
    for (std::size_t at = 0; at < run.size();) {
      const Character now = character_at(run, at);
      if (now.code > 0x2FF && (now.code < 0x2000 || now.code > 0x206F)) return false;
      at += now.size_bytes;
    }
    return true;
  }
};

}  // namespace sayso::paint
