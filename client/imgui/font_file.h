// The few facts of a TrueType or OpenType file that decide where a line of text stands.
// Source: OpenType 1.9, tables head, hhea and OS/2. Nothing else in the file is looked at here.
#pragma once

#include <optional>

#include "shared/base/bytes.h"

namespace sayso::imgui {

// Parts of the em, as browsers take them: from OS/2 where the font asks for that, else from hhea.
struct FontReach {
  float ascent = 0;
  float descent = 0;  // positive, below the baseline
  float height = 0;   // ascent and descent of hhea: what Dear ImGui calls the font's size
};

// Nothing if the bytes are no font of this kind, or are cut short.
[[nodiscard]] std::optional<FontReach> read_font_reach(ByteView file);

}  // namespace sayso::imgui
