// The port through which paint measures text.
// The first adapter is Dear ImGui's fonts; one for scripts that need shaping can take its place
// without a change to any layout.
#pragma once

#include <cstdint>
#include <string_view>

namespace sayso::paint {

enum class Weight : std::uint8_t { Regular, Bold };

// From the baseline to the font's highest and lowest reach; both positive.
struct Extent {
  float ascent = 0;
  float descent = 0;
};

// Sizes and widths are CSS px, never rounded: the browser's own text has to come out the same.
class TextPort {
 public:
  virtual ~TextPort() = default;
  // Advance of a run of UTF-8, without kerning. Widths of neighbouring runs add up, up to what
  // shaping changes at the seam.
  [[nodiscard]] virtual float width(std::string_view run, float size, Weight weight) const = 0;
  [[nodiscard]] virtual Extent extent(float size, Weight weight) const = 0;
  // Whether every character can be drawn. What cannot is left to the page itself.
  [[nodiscard]] virtual bool covers(std::string_view run) const = 0;
};

}  // namespace sayso::paint
