#include <doctest/doctest.h>
#include <imgui.h>

#include <cmath>
#include <fstream>
#include <iterator>

#include "client/imgui/draw_canvas.h"
#include "client/imgui/fonts.h"
#include "shared/components/layout.h"
#include "shared/paint/paint.h"
#include "tests/shared/document/every_kind.h"
#include "tests/shared/paint/facts.h"

namespace sayso::imgui {
namespace {

using paint::Weight;

Bytes read_font(const std::string& name) {
  std::ifstream file(SAYSO_FONTS_DIR "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void add_fonts(Fonts& fonts) {
  REQUIRE(fonts.add(Weight::Regular, read_font("latin-400.ttf")));
  REQUIRE(fonts.add(Weight::Bold, read_font("latin-700.ttf")));
}

std::size_t vertices_of(const DrawCanvas& canvas) {
  std::size_t count = 0;
  for (const auto& list : canvas.lists()) count += static_cast<std::size_t>(list->VtxBuffer.Size);
  return count;
}

TEST_CASE("a file that is no font, or is cut short, is refused") {
  Fonts fonts;
  CHECK_FALSE(fonts.add(Weight::Regular, {}));
  CHECK_FALSE(fonts.add(Weight::Regular, as_bytes("not a font at all, only words")));
  const Bytes whole = read_font("latin-400.ttf");
  for (const std::size_t kept : {4UL, 20UL, 100UL, 300UL, 3000UL, 18000UL}) {
    CHECK_FALSE(fonts.add(Weight::Regular, ByteView(whole).first(kept)));
  }
  CHECK_FALSE(fonts.ready());
}

TEST_CASE("widths are the font's own, neither rounded nor kerned, and grow with the size") {
  Fonts fonts;
  add_fonts(fonts);
  const float one = fonts.width("A", 19, Weight::Regular);
  CHECK(one > 8);
  CHECK(fonts.width("AVAVAV", 19, Weight::Regular) ==
        doctest::Approx(3 * (one + fonts.width("V", 19, Weight::Regular))));
  CHECK(fonts.width("A", 38, Weight::Regular) == doctest::Approx(2 * one));
  CHECK(fonts.width("mmm", 19, Weight::Bold) > fonts.width("mmm", 19, Weight::Regular));
  CHECK(fonts.width("", 19, Weight::Regular) == 0);
}

TEST_CASE("a font's reach is read from the file") {
  const auto reach = read_font_reach(read_font("latin-400.ttf"));
  REQUIRE(reach.has_value());
  CHECK(reach->ascent == doctest::Approx(0.984));
  CHECK(reach->descent == doctest::Approx(0.316));
  CHECK(reach->height == doctest::Approx(1.3));
}

TEST_CASE("a second file of a weight supplies the letters that the first does not have") {
  Fonts fonts;
  add_fonts(fonts);
  CHECK(fonts.covers("Plain words – and ‘quotes’"));
  CHECK_FALSE(fonts.covers("ą"));
  REQUIRE(fonts.add(Weight::Regular, read_font("latin-ext-400.ttf")));
  CHECK_FALSE(fonts.covers("ą"));
  REQUIRE(fonts.add(Weight::Bold, read_font("latin-ext-700.ttf")));
  CHECK(fonts.covers("ąćęłńóśźż"));
  CHECK_FALSE(fonts.covers("черепаха"));
  CHECK_FALSE(fonts.covers("\xF0\x9F\x90\xA2"));
  CHECK(fonts.width("ą", 19, Weight::Regular) > 5);
  DrawCanvas canvas(fonts);
  canvas.begin(0, 1, 400, 100);
  canvas.text({10, 50}, "żółw", 19, Weight::Regular, {0, 0, 0, 255});
  CHECK(vertices_of(canvas) == 4 * 4);
}

TEST_CASE("text is drawn as wide as it was measured, one quad for each letter that shows") {
  Fonts fonts;
  add_fonts(fonts);
  DrawCanvas canvas(fonts);
  canvas.begin(0, 2, 800, 200);
  canvas.text({10, 50}, "ab cd", 19, Weight::Regular, {1, 2, 3, 255});
  REQUIRE(canvas.lists().size() == 1);
  const ImDrawList& list = *canvas.lists()[0];
  REQUIRE(list.VtxBuffer.Size == 4 * 4);
  const float width = fonts.width("ab cd", 19, Weight::Regular);
  for (const ImDrawVert& corner : list.VtxBuffer) {
    CHECK(corner.pos.x >= 19);
    CHECK(corner.pos.x <= (10 + width) * 2 + 1);
    CHECK(corner.pos.y > (50 - 19) * 2);
    CHECK(corner.pos.y <= 52 * 2);
    CHECK(corner.col == IM_COL32(1, 2, 3, 255));
  }
}

TEST_CASE(
    "edges stand on whole device pixels at every pixel ratio, and a hairline never vanishes") {
  Fonts fonts;
  add_fonts(fonts);
  DrawCanvas canvas(fonts);
  for (const float ratio : {1.0F, 1.25F, 1.5F, 2.0F, 3.0F}) {
    canvas.begin(100.4F, ratio, 800, 800);
    canvas.fill({10.3F, 120.7F, 33.3F, 0.2F}, {0, 0, 0, 255}, 0);
    const auto& corners = canvas.lists()[0]->VtxBuffer;
    REQUIRE(corners.Size == 4);
    for (const ImDrawVert& corner : corners) {
      CHECK(corner.pos.x == std::round(corner.pos.x));
      CHECK(corner.pos.y == std::round(corner.pos.y));
    }
    CHECK(corners[2].pos.y - corners[0].pos.y >= 1);
  }
}

TEST_CASE("a screen of every kind is one draw command, however often it is painted") {
  Fonts fonts;
  add_fonts(fonts);
  DrawCanvas canvas(fonts);
  const paint::Layout made = paint::layout(document::every_kind(), 390, 1, fonts);
  CHECK(paint::uncovered_text(made) == paint::Wrongs{});
  CHECK(paint::sticking_out(made) == paint::Wrongs{});
  CHECK(paint::overlaps(made) == paint::Wrongs{});
  std::size_t vertices = 0;
  for (int i = 0; i < 3; ++i) {
    canvas.begin(0, 1, 390, 844);
    paint::paint(made, paint::theme(paint::Scheme::Light), {}, {0, 844}, fonts, canvas);
    REQUIRE(canvas.lists().size() == 1);
    int commands = 0;
    for (const ImDrawCmd& command : canvas.lists()[0]->CmdBuffer) commands += command.ElemCount > 0;
    CHECK(commands == 1);
    CHECK((i == 0 || vertices_of(canvas) == vertices));
    vertices = vertices_of(canvas);
  }
  CHECK(vertices > 500);
}

TEST_CASE("more than one list's worth of text goes on in the next list") {
  Fonts fonts;
  add_fonts(fonts);
  DrawCanvas canvas(fonts);
  canvas.begin(0, 1, 4000, 4000);
  const std::string line(200, 'w');
  for (int i = 0; i < 150; ++i) {
    canvas.text({0, static_cast<float>(20 + 20 * i)}, line, 16, Weight::Regular, {0, 0, 0, 255});
  }
  CHECK(canvas.lists().size() > 1);
  CHECK(vertices_of(canvas) == 150 * 200 * 4);
}

TEST_CASE("glyphs outlive the growth of their texture") {
  Fonts fonts;
  add_fonts(fonts);
  DrawCanvas canvas(fonts);
  const std::string letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  for (int size = 16; size <= 160; size += 16) {
    canvas.begin(0, 1, 4000, 4000);
    canvas.text({0, 200}, letters, static_cast<float>(size), Weight::Bold, {0, 0, 0, 255});
    CHECK(vertices_of(canvas) == letters.size() * 4);
  }
}

}  // namespace
}  // namespace sayso::imgui
