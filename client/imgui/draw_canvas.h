// Paints into Dear ImGui's draw lists. No window, no context, no input: of Dear ImGui only what
// draws.
#pragma once

#include <memory>
#include <vector>

#include "client/imgui/fonts.h"
#include "shared/paint/canvas.h"

struct ImDrawList;
struct ImDrawListSharedData;

namespace sayso::imgui {

class DrawCanvas final : public paint::Canvas {
 public:
  // `fonts` has to outlive the canvas.
  explicit DrawCanvas(Fonts& fonts);
  ~DrawCanvas() override;
  DrawCanvas(const DrawCanvas&) = delete;
  DrawCanvas& operator=(const DrawCanvas&) = delete;

  // Starts a picture. `top`: main's y at the picture's upper edge, in CSS px. Sizes in device px.
  void begin(float top, float pixel_ratio, int width_px, int height_px);
  // What has been drawn since, in order; good until the next begin().
  [[nodiscard]] const std::vector<std::unique_ptr<ImDrawList>>& lists() const { return lists_; }

  void fill(paint::Rect box, paint::Colour colour, float corner) override;
  void stroke(paint::Rect box, paint::Colour colour, float thickness, float corner) override;
  void disc(paint::Point centre, float radius, paint::Colour colour) override;
  void ring(paint::Point centre, float radius, paint::Colour colour, float thickness) override;
  void polyline(std::span<const paint::Point> points, paint::Colour colour,
                float thickness) override;
  void triangle(paint::Point a, paint::Point b, paint::Point c, paint::Colour colour) override;
  void text(paint::Point baseline, std::string_view run, float size, paint::Weight weight,
            paint::Colour colour) override;

 private:
  struct Edges {
    float left, top, right, bottom;
  };
  [[nodiscard]] Edges snapped(paint::Rect box) const;
  [[nodiscard]] paint::Point device(paint::Point at) const;
  ImDrawList& list();
  void add_list();

  Fonts& fonts_;
  std::unique_ptr<ImDrawListSharedData> shared_;
  std::vector<std::unique_ptr<ImDrawList>> lists_;
  float top_ = 0;
  float ratio_ = 1;
  int width_px_ = 0;
  int height_px_ = 0;
};

}  // namespace sayso::imgui
