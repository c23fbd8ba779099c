#include "client/imgui/fonts.h"

#include <imgui.h>
#include <imgui_internal.h>

#include "shared/base/check.h"
#include "shared/paint/utf8.h"

namespace sayso::imgui {
namespace {

// Advances are read at this size. It is not drawn, so any will do that loses no precision.
constexpr float measuring_size = 64;
constexpr std::uint32_t last_code = 0xFFFF;  // Dear ImGui's characters have 16 bits
// Large enough for a screen's glyphs at a pixel ratio of 1 and 2, so that it seldom has to grow.
constexpr int atlas_width = 1024;
constexpr int atlas_height = 512;

}  // namespace

std::uint32_t drawn_code(std::uint32_t code) {
  if (code < 0x20) return ' ';
  return code > last_code ? 0xFFFD : code;
}

Fonts::Fonts() : atlas_(std::make_unique<ImFontAtlas>()) {
  atlas_->TexDesiredFormat = ImTextureFormat_Alpha8;
  atlas_->TexMinWidth = atlas_width;
  atlas_->TexMinHeight = atlas_height;
}

Fonts::~Fonts() = default;

bool Fonts::add(paint::Weight weight, ByteView file) {
  const auto reach = read_font_reach(file);
  if (!reach) return false;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;  // so the atlas makes a copy of its own
  config.FontData = const_cast<std::uint8_t*>(file.data());
  config.FontDataSize = static_cast<int>(file.size());
  config.SizePixels = measuring_size;  // offsets relate to it, and there are none
  ImFont* font = atlas_->AddFont(&config);
  if (font == nullptr) return false;
  Face& face = faces_[static_cast<std::size_t>(weight)];
  face.files.push_back({font, *reach});
  face.letters.clear();
  if (picture_ == 0) begin_picture();
  return true;
}

bool Fonts::ready() const { return !faces_[0].files.empty() && !faces_[1].files.empty(); }

Fonts::Face& Fonts::face(paint::Weight weight) const {
  Face& found = faces_[static_cast<std::size_t>(weight)];
  CHECK(!found.files.empty());
  return found;
}

// Dear ImGui's size is the font's whole height.
ImFontBaked& Fonts::baked(const File& file, float size) const {
  ImFontBaked* found =
      ImFontAtlasBakedGetOrAdd(atlas_.get(), file.font, size * file.reach.height, 1);
  CHECK(found != nullptr);
  return *found;
}

// The first file that has it; a character that none has is drawn as the first file's replacement.
std::size_t Fonts::file_with(const Face& face, std::uint32_t code) {
  for (std::size_t i = 0; i < face.files.size(); ++i) {
    if (face.files[i].font->IsGlyphInFont(static_cast<ImWchar>(code))) return i;
  }
  return 0;
}

const Fonts::Letter& Fonts::letter(Face& face, std::uint32_t code) const {
  if (code >= face.letters.size()) face.letters.resize(code + 1);
  Letter& known = face.letters[code];
  if (known.advance >= 0) return known;
  known.file = file_with(face, code);
  ImFontBaked& measured = baked(face.files[known.file], measuring_size);
  measured.LoadNoRenderOnLayout = 1;
  known.advance = measured.GetCharAdvance(static_cast<ImWchar>(code)) / measuring_size;
  return known;
}

std::size_t Fonts::file_of(std::uint32_t code, paint::Weight weight) const {
  return letter(face(weight), code).file;
}

float Fonts::width(std::string_view run, float size, paint::Weight weight) const {
  Face& from = face(weight);
  float ems = 0;
  for (std::size_t at = 0; at < run.size();) {
    const paint::Character now = paint::character_at(run, at);
    ems += letter(from, drawn_code(now.code)).advance;
    at += now.size_bytes;
  }
  return ems * size;
}

paint::Extent Fonts::extent(float size, paint::Weight weight) const {
  const FontReach& reach = face(weight).files.front().reach;
  return {reach.ascent * size, reach.descent * size};
}

bool Fonts::covers(std::string_view run) const {
  for (const paint::Weight weight : {paint::Weight::Regular, paint::Weight::Bold}) {
    const Face& from = face(weight);
    for (std::size_t at = 0; at < run.size();) {
      const paint::Character now = paint::character_at(run, at);
      at += now.size_bytes;
      if (now.code > last_code) return false;
      const auto code = static_cast<ImWchar>(drawn_code(now.code));
      if (!from.files[file_with(from, code)].font->IsGlyphInFont(code)) return false;
    }
  }
  return true;
}

void Fonts::begin_picture() { ImFontAtlasUpdateNewFrame(atlas_.get(), ++picture_, true); }

ImFontBaked& Fonts::glyphs(float size_px, paint::Weight weight, std::size_t file) {
  ImFontBaked& found = baked(face(weight).files[file], size_px);
  found.LastUsedFrame = picture_;
  return found;
}

}  // namespace sayso::imgui
