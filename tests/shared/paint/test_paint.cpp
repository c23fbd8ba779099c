#include <doctest/doctest.h>

#include <algorithm>

#include "shared/components/build.h"
#include "shared/components/layout.h"
#include "shared/paint/paint.h"
#include "tests/shared/document/every_kind.h"
#include "tests/shared/paint/fake_text.h"
#include "tests/shared/paint/recorder.h"

namespace sayso::paint {
namespace {

using namespace document;

Recorder painted(Nodes nodes, const Attention& attention = {}, Scheme scheme = Scheme::Light,
                 float width = 390) {
  Document made;
  made.main.children = std::move(nodes);
  const Layout laid = layout(made, width, 1, FakeText());
  Recorder canvas;
  paint(laid, theme(scheme), attention, {0, laid.height}, FakeText(), canvas);
  return canvas;
}

const Theme& light() { return theme(Scheme::Light); }

TEST_CASE("text stands on its baseline, in its ink") {
  const Recorder canvas = painted({paragraph("Hello")});
  const Drawn* hello = canvas.find_text("Hello");
  REQUIRE(hello != nullptr);
  CHECK(hello->colour == light().ink);
  CHECK(hello->box.x == doctest::Approx(15));
  // Line 27, text 22.8 high: it begins 2.1 below the top of the line.
  CHECK(hello->box.y == doctest::Approx(16 + 2.1));
}

TEST_CASE("a link is underlined; with focus it is black on yellow with a thick black line below") {
  const Nodes nodes{keyed("go", link("Go on", "/"))};
  const Recorder plain = painted(nodes);
  CHECK(plain.find_text("Go on")->colour == light().link);
  CHECK(plain.count("fill", light().link) == 1);
  const Recorder focused = painted(nodes, {.focused = "main/go"});
  CHECK(focused.find_text("Go on")->colour == light().focus_ink);
  CHECK(focused.count("fill", light().focus) == 1);
  REQUIRE(focused.count("fill", light().focus_ink) == 1);
  for (const Drawn& one : focused.drawn) {
    if (one.colour == light().focus_ink && one.what == "fill") CHECK(one.box.height == 4);
  }
}

TEST_CASE("a button, an option and a summary show that they have focus, and nothing else does") {
  const Nodes nodes{keyed("b", submit_button("Send")), keyed("c", button("Other", "other")),
                    radios({.name = "r", .label = "Choose"}, {radio("yes", "Yes")}),
                    keyed("d", details("More", {}))};
  CHECK(painted(nodes).count("fill", light().focus) == 0);
  for (const char* path : {"main/b", "main/c", "main/d"}) {
    CAPTURE(path);
    CHECK(painted(nodes, {.focused = path}).count("fill", light().focus) == 1);
  }
  CHECK(painted(nodes, {.focused = "main/r/yes"}).count("disc", light().focus) == 1);
  CHECK(painted(nodes, {.focused = "main/elsewhere"}).count("fill", light().focus) == 0);
}

TEST_CASE("hovering changes a button, and a link's line") {
  const Nodes nodes{keyed("b", submit_button("Send"))};
  CHECK(painted(nodes).count("fill", light().brand) == 1);
  CHECK(painted(nodes, {.hovered = "main/b"}).count("fill", light().brand) == 0);
  const Nodes links{keyed("a", link("Go", "/"))};
  CHECK(painted(links, {.hovered = "main/a"}).count("fill", light().ink) == 1);
}

TEST_CASE("every state of a choice has a shape of its own, even in black and white") {
  std::vector<std::string> shapes;
  for (const Tone tone :
       {Tone::Agreed, Tone::Refused, Tone::Withdrawn, Tone::NotAsked, Tone::NotConsent}) {
    const Recorder canvas = painted({tag(tone, "State")}, {}, Scheme::HighContrast);
    std::string shape;
    for (const Drawn& one : canvas.drawn) {
      if (one.what == "text") continue;
      shape +=
          one.what + std::to_string(one.box.width) + "x" + std::to_string(one.box.height) + " ";
    }
    CHECK_FALSE(shape.empty());
    CHECK(std::count(shapes.begin(), shapes.end(), shape) == 0);
    shapes.push_back(shape);
  }
}

TEST_CASE("agreeing and refusing weigh the same: a filled disc of one size each") {
  const auto disc = [](Tone tone) {
    const Recorder canvas = painted({tag(tone, "State")});
    for (const Drawn& one : canvas.drawn) {
      if (one.what == "disc") return one.box;
    }
    return Rect{};
  };
  CHECK(disc(Tone::Agreed) == disc(Tone::Refused));
  CHECK(disc(Tone::Agreed).width == 20);
}

TEST_CASE("a checked option is told by its shape") {
  const auto circles = [](bool checked) {
    return painted({radios({.name = "r", .label = "L", .value = checked ? "a" : ""},
                           {radio("a", "A")})})
        .count("disc", light().ink);
  };
  CHECK(circles(false) == 0);
  CHECK(circles(true) == 1);
  CHECK(painted({checkbox("a", "A", true)}).count("polyline", light().ink) == 1);
}

TEST_CASE("a code of squares is black on white in every scheme, where its rows say") {
  for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
    const Recorder canvas = painted({figure("qr", "Code", "101 010 111")}, {}, scheme);
    CHECK(canvas.count("fill", {255, 255, 255, 255}) == 1);
    CHECK(canvas.count("fill", {0, 0, 0, 255}) == 4);  // two, one, and one run of three
  }
}

TEST_CASE("fields that take typing are left to the page") {
  const Recorder canvas = painted({text_input({.name = "t", .label = "Name", .value = "secret"})});
  CHECK(canvas.drawn.size() == 1);
  CHECK(canvas.find_text("Name") != nullptr);
}

TEST_CASE("progress fills its share, and shows blocks where that is not known") {
  const auto bars = [](int percent) {
    std::vector<float> widths;
    const Recorder canvas = painted({progress("Wait", percent)});
    for (const Drawn& one : canvas.drawn) {
      if (one.colour == light().brand) widths.push_back(one.box.width);
    }
    return widths;
  };
  REQUIRE(bars(50).size() == 1);
  CHECK(bars(50)[0] == doctest::Approx((360 - 8) / 2.0));
  CHECK(bars(-1).size() == 3);
  CHECK(bars(0).empty());
}

TEST_CASE("every kind of node can be painted in every scheme, without a word lost") {
  for (const Scheme scheme :
       {Scheme::Light, Scheme::Dark, Scheme::HighContrast, Scheme::HighContrastDark}) {
    Recorder canvas;
    const Layout made = layout(every_kind(), 1280, 1, FakeText());
    paint(made, theme(scheme), {}, {0, made.height}, FakeText(), canvas);
    std::size_t lines = 0;
    for (const Piece& piece : made.pieces) {
      for (const Line& line : piece.lines) {
        lines += piece.text.substr(line.begin, line.end - line.begin).find_first_not_of(' ') !=
                 std::string::npos;
      }
    }
    std::size_t texts = 0;
    for (const Drawn& one : canvas.drawn) texts += one.what == "text";
    CHECK(texts == lines);
  }
}

}  // namespace
}  // namespace sayso::paint
