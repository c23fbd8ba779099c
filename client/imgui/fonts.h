// Text by way of Dear ImGui's fonts: measures for layouts, glyphs for painting.
//
// A size is that of the em, in CSS px to measure and in device pixels to draw, so text comes out as
// large as the page's own. Advances are neither kerned nor rounded.
#pragma once

#include <array>
#include <memory>
#include <string_view>
#include <vector>

#include "client/imgui/font_file.h"
#include "shared/base/bytes.h"
#include "shared/paint/text.h"

struct ImFont;
struct ImFontAtlas;
struct ImFontBaked;

namespace sayso::imgui {

class Fonts final : public paint::TextPort {
 public:
  Fonts();
  ~Fonts() override;
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  // Adds a font file (TTF). The first of a weight sets its reach; later ones supply the characters
  // that are missing. False, and nothing added, if it is no such file.
  [[nodiscard]] bool add(paint::Weight weight, ByteView file);
  // Whether there is a font for either weight. Nothing may be measured before.
  [[nodiscard]] bool ready() const;

  [[nodiscard]] float width(std::string_view run, float size, paint::Weight weight) const override;
  [[nodiscard]] paint::Extent extent(float size, paint::Weight weight) const override;
  [[nodiscard]] bool covers(std::string_view run) const override;

  // --- For drawing ---
  [[nodiscard]] ImFontAtlas& atlas() { return *atlas_; }
  // To be called once before each picture: lets go of what the last one no longer used.
  void begin_picture();
  // Which of a weight's files has this character.
  [[nodiscard]] std::size_t file_of(std::uint32_t code, paint::Weight weight) const;
  // That file's glyphs at this many device pixels; good until the next picture.
  [[nodiscard]] ImFontBaked& glyphs(float size_px, paint::Weight weight, std::size_t file);

 private:
  struct File {
    ImFont* font = nullptr;
    FontReach reach;
  };
  struct Letter {
    float advance = -1;  // of an em of 1; below zero = not looked up yet
    std::size_t file = 0;
  };
  struct Face {
    std::vector<File> files;
    std::vector<Letter> letters;  // by code point
  };

  [[nodiscard]] Face& face(paint::Weight weight) const;
  [[nodiscard]] const Letter& letter(Face& face, std::uint32_t code) const;
  [[nodiscard]] ImFontBaked& baked(const File& file, float size) const;
  [[nodiscard]] static std::size_t file_with(const Face& face, std::uint32_t code);

  std::unique_ptr<ImFontAtlas> atlas_;
  mutable std::array<Face, 2> faces_;  // what was looked up is remembered
  int picture_ = 0;
};

// The code point to draw in place of one: control characters are spaces.
[[nodiscard]] std::uint32_t drawn_code(std::uint32_t code);

}  // namespace sayso::imgui
