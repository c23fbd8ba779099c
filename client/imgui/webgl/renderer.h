// Puts Dear ImGui's draw lists onto a WebGL 2 canvas, which has to be current.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/paint/theme.h"

struct ImDrawList;
struct ImFontAtlas;
struct ImTextureData;

namespace sayso::imgui {

class Renderer {
 public:
  // Makes program and buffers. False if the browser cannot.
  [[nodiscard]] bool start();
  // After a lost context: what was made is gone, so the fonts' textures have to be made anew.
  void forget(ImFontAtlas& atlas);
  // Clears to `paper` and draws.
  void draw(const std::vector<std::unique_ptr<ImDrawList>>& lists, ImFontAtlas& atlas, int width,
            int height, paint::Colour paper);
  // Calls that drew something, since the start.
  [[nodiscard]] std::uint64_t draw_calls() const { return draw_calls_; }

 private:
  void update_textures(ImFontAtlas& atlas);
  void create_texture(ImTextureData& texture);
  void update_texture(ImTextureData& texture);
  void draw_list(const ImDrawList& list);

  std::uint32_t program_ = 0;
  std::uint32_t vertex_array_ = 0;
  std::uint32_t vertices_ = 0;
  std::uint32_t indices_ = 0;
  std::int32_t size_at_ = -1;
  Bytes rows_;  // of a texture's part on its way
  std::uint64_t draw_calls_ = 0;
};

}  // namespace sayso::imgui
