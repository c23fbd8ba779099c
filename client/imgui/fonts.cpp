#include "client/imgui/fonts.h"

#include <imgui.h>
#include <imgui_internal.h>

#include "client/paint/utf8.h"
#include "shared/base/check.h"

namespace sayso::imgui {
namespace {

// Advances are read at this size. It is not drawn, so any will do that loses no precision.
constexpr float measuring_size = 64;
constexpr std::uint32_t last_code = 0xFFFF;  // Dear ImGui's characters have 16 bits
constexpr float unknown = -1;
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
  Face& face = faces_[static_cast<std::size_t>(weight)];
  auto kept = std::make_unique<Bytes>(file.begin(), file.end());
  ImFontConfig config;
  config.FontData = kept->data();
  config.FontDataSize = static_cast<int>(kept->size());
  config.FontDataOwnedByAtlas = false;
  config.SizePixels = measuring_size;  // offsets relate to it, and there are none
  config.MergeMode = face.font != nullptr;
  config.DstFont = face.font;
  ImFont* font = atlas_->AddFont(&config);
  if (font == nullptr) return false;
  if (face.font == nullptr) face.reach = *reach;
  face.font = font;
  face.advances.assign(face.advances.size(), unknown);
  face.files.push_back(std::move(kept));
  if (picture_ == 0) begin_picture();
  return true;
}

bool Fonts::ready() const { return faces_[0].font != nullptr && faces_[1].font != nullptr; }

Fonts::Face& Fonts::face(paint::Weight weight) const {
  Face& found = faces_[static_cast<std::size_t>(weight)];
  CHECK(found.font != nullptr);
  return found;
}

float Fonts::advance(Face& face, std::uint32_t code) const {
  if (code >= face.advances.size()) face.advances.resize(code + 1, unknown);
  float& known = face.advances[code];
  if (known >= 0) return known;
  ImFontBaked* baked =
      ImFontAtlasBakedGetOrAdd(atlas_.get(), face.font, measuring_size * face.reach.height, 1);
  CHECK(baked != nullptr);
  baked->LoadNoRenderOnLayout = 1;
  known = baked->GetCharAdvance(static_cast<ImWchar>(code)) / measuring_size;
  return known;
}

float Fonts::width(std::string_view run, float size, paint::Weight weight) const {
  Face& from = face(weight);
  float ems = 0;
  for (std::size_t at = 0; at < run.size();) {
    const paint::Character now = paint::character_at(run, at);
    ems += advance(from, drawn_code(now.code));
    at += now.size_bytes;
  }
  return ems * size;
}

paint::Extent Fonts::extent(float size, paint::Weight weight) const {
  const FontReach& reach = face(weight).reach;
  return {reach.ascent * size, reach.descent * size};
}

bool Fonts::covers(std::string_view run) const {
  ImFont* font = face(paint::Weight::Regular).font;
  for (std::size_t at = 0; at < run.size();) {
    const paint::Character now = paint::character_at(run, at);
    if (now.code > last_code) return false;
    if (now.code >= 0x20 && !font->IsGlyphInFont(static_cast<ImWchar>(now.code))) return false;
    at += now.size_bytes;
  }
  return true;
}

void Fonts::begin_picture() { ImFontAtlasUpdateNewFrame(atlas_.get(), ++picture_, true); }

ImFontBaked& Fonts::glyphs(float size_px, paint::Weight weight) {
  const Face& from = face(weight);
  ImFontBaked* baked =
      ImFontAtlasBakedGetOrAdd(atlas_.get(), from.font, size_px * from.reach.height, 1);
  CHECK(baked != nullptr);
  baked->LastUsedFrame = picture_;
  return *baked;
}

}  // namespace sayso::imgui
