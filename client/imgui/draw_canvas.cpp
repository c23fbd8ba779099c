#include "client/imgui/draw_canvas.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "shared/paint/utf8.h"

namespace sayso::imgui {
namespace {

using paint::Colour;
using paint::Point;
using paint::Rect;

// An index has 16 bits; a new list is begun well before a run of text could exceed them.
constexpr unsigned most_vertices = 48'000;
constexpr float most_oversampled = 36;  // Dear ImGui draws larger glyphs at whole pixels alone
constexpr float curve_error_px = 0.25F;

ImU32 packed(Colour colour) {
  return IM_COL32(colour.red, colour.green, colour.blue, colour.alpha);
}

void put_glyph(ImDrawList& into, const ImFontGlyph& glyph, Point at, Colour colour) {
  into.PrimReserve(6, 4);
  into.PrimRectUV({at.x + glyph.X0, at.y + glyph.Y0}, {at.x + glyph.X1, at.y + glyph.Y1},
                  {glyph.U0, glyph.V0}, {glyph.U1, glyph.V1}, packed(colour));
}

float at_least_one(float value) { return std::max(1.0F, std::round(value)); }

}  // namespace

DrawCanvas::DrawCanvas(Fonts& fonts)
    : fonts_(fonts), shared_(std::make_unique<ImDrawListSharedData>()) {
  shared_->InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill |
                          ImDrawListFlags_AntiAliasedLinesUseTex;
  shared_->SetCircleTessellationMaxError(curve_error_px);
  shared_->FontAtlas = &fonts.atlas();
  ImFontAtlasAddDrawListSharedData(&fonts.atlas(), shared_.get());
}

DrawCanvas::~DrawCanvas() {
  lists_.clear();
  ImFontAtlasRemoveDrawListSharedData(&fonts_.atlas(), shared_.get());
}

void DrawCanvas::begin(float top, float pixel_ratio, int width_px, int height_px) {
  top_ = top;
  ratio_ = pixel_ratio;
  width_px_ = width_px;
  height_px_ = height_px;
  lists_.clear();
  fonts_.begin_picture();
  // The atlas may have moved what shapes are drawn with.
  shared_->TexUvWhitePixel = fonts_.atlas().TexUvWhitePixel;
  shared_->TexUvLines = fonts_.atlas().TexUvLines;
  add_list();
}

void DrawCanvas::add_list() {
  lists_.push_back(std::make_unique<ImDrawList>(shared_.get()));
  ImDrawList& made = *lists_.back();
  made._ResetForNewFrame();
  made.PushTexture(fonts_.atlas().TexRef);
  made.PushClipRect({0, 0}, {static_cast<float>(width_px_), static_cast<float>(height_px_)});
}

ImDrawList& DrawCanvas::list() {
  if (lists_.back()->_VtxCurrentIdx > most_vertices) add_list();
  return *lists_.back();
}

Point DrawCanvas::device(Point at) const { return {at.x * ratio_, (at.y - top_) * ratio_}; }

DrawCanvas::Edges DrawCanvas::snapped(Rect box) const {
  const Point from = device({box.x, box.y});
  const Point to = device({box.x + box.width, box.y + box.height});
  Edges edges{std::round(from.x), std::round(from.y), std::round(to.x), std::round(to.y)};
  if (box.width > 0) edges.right = std::max(edges.right, edges.left + 1);
  if (box.height > 0) edges.bottom = std::max(edges.bottom, edges.top + 1);
  return edges;
}

void DrawCanvas::fill(Rect box, Colour colour, float corner) {
  const Edges edges = snapped(box);
  list().AddRectFilled({edges.left, edges.top}, {edges.right, edges.bottom}, packed(colour),
                       corner * ratio_);
}

// Dear ImGui strokes half a pixel inside of the edges it is given; half the thickness more keeps
// all of it inside.
void DrawCanvas::stroke(Rect box, Colour colour, float thickness, float corner) {
  const Edges edges = snapped(box);
  const float thick = at_least_one(thickness * ratio_);
  const float inset = (thick - 1) / 2;
  list().AddRect({edges.left + inset, edges.top + inset},
                 {edges.right - inset, edges.bottom - inset}, packed(colour),
                 std::max(corner * ratio_ - thick / 2, 0.0F), 0, thick);
}

void DrawCanvas::disc(Point centre, float radius, Colour colour) {
  const Point at = device(centre);
  list().AddCircleFilled({at.x, at.y}, radius * ratio_, packed(colour));
}

void DrawCanvas::ring(Point centre, float radius, Colour colour, float thickness) {
  const Point at = device(centre);
  const float thick = at_least_one(thickness * ratio_);
  // AddCircle draws around a radius half a pixel smaller than it is told.
  list().AddCircle({at.x, at.y}, radius * ratio_ - thick / 2 + 0.5F, packed(colour), 0, thick);
}

void DrawCanvas::polyline(std::span<const Point> points, Colour colour, float thickness) {
  std::array<ImVec2, 32> moved;
  const std::size_t count = std::min(points.size(), moved.size());
  for (std::size_t i = 0; i < count; ++i) {
    const Point at = device(points[i]);
    moved[i] = {at.x, at.y};
  }
  list().AddPolyline(moved.data(), static_cast<int>(count), packed(colour), 0, thickness * ratio_);
}

void DrawCanvas::triangle(Point a, Point b, Point c, Colour colour) {
  std::array<ImVec2, 3> corners;
  const Point first = device(a);
  const Point second = device(b);
  const Point third = device(c);
  corners[0] = {first.x, first.y};
  corners[1] = {second.x, second.y};
  corners[2] = {third.x, third.y};
  // The soft edge is laid on the outside, which depends on the direction of the corners.
  const float turn =
      (second.x - first.x) * (third.y - first.y) - (second.y - first.y) * (third.x - first.x);
  if (turn < 0) std::swap(corners[1], corners[2]);
  list().AddConvexPolyFilled(corners.data(), 3, packed(colour));
}

// Baselines stand on whole pixels, as in the page. Across, small glyphs stand where they fall;
// large ones are drawn for whole pixels, and in between they would be blurred.
void DrawCanvas::text(Point baseline, std::string_view run, float size, paint::Weight weight,
                      Colour colour) {
  const Point at = device(baseline);
  const float y = std::round(at.y);
  float x = at.x;
  ImDrawList& into = list();
  ImFontBaked* glyphs = nullptr;
  std::size_t file = 0;
  for (std::size_t next = 0; next < run.size();) {
    const paint::Character now = paint::character_at(run, next);
    next += now.size_bytes;
    const std::uint32_t code = drawn_code(now.code);
    const std::size_t wanted = fonts_.file_of(code, weight);
    if (glyphs == nullptr || wanted != file) {
      glyphs = &fonts_.glyphs(size * ratio_, weight, wanted);
      file = wanted;
    }
    const ImFontGlyph* glyph = glyphs->FindGlyph(static_cast<ImWchar>(code));
    if (glyph == nullptr) continue;
    const float left = glyphs->Size > most_oversampled ? std::round(x) : x;
    if (glyph->Visible) put_glyph(into, *glyph, {left, y - std::round(glyphs->Ascent)}, colour);
    x += glyph->AdvanceX;
  }
}

}  // namespace sayso::imgui
