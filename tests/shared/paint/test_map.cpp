// The data map: its places, its lines, and how each state is drawn.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "shared/components/data_map/paint.h"
#include "shared/components/data_map/paint_lines.h"
#include "shared/components/layout.h"
#include "shared/paint/paint.h"
#include "tests/shared/paint/facts.h"
#include "tests/shared/paint/fake_text.h"
#include "tests/shared/paint/map_sample.h"
#include "tests/shared/paint/recorder.h"

namespace sayso::paint {
namespace {

using document::Tone;

const std::vector<std::string> kNames{"NHS", "Department for Work and Pensions", "Police",
                                      "Ministry of Justice"};

Layout map_layout(std::size_t sources, std::size_t uses, float width, float scale = 1) {
  return layout(document_with(sample_map(sources, uses, map_tones(), kNames)), width, scale,
                FakeText());
}

std::vector<const Mark*> marks_of(const Layout& made, Draw draw) {
  std::vector<const Mark*> marks;
  for (const Mark& mark : made.marks) {
    if (mark.draw == draw) marks.push_back(&mark);
  }
  return marks;
}

const Piece& piece_at(const Layout& made, const std::string& path) {
  const auto found = std::find_if(made.pieces.begin(), made.pieces.end(),
                                  [&](const Piece& piece) { return piece.path == path; });
  REQUIRE_MESSAGE(found != made.pieces.end(), path);
  return *found;
}

Mark line_mark(Draw draw, Tone tone) {
  Mark mark;
  mark.draw = draw;
  mark.box = {0, 0, 40, 100};
  mark.tone = tone;
  mark.number = 2;
  mark.start = 0;
  mark.end = 14;
  return mark;
}

// What one line draws, by itself.
Recorder drawing_of(Tone tone, Scheme scheme = Scheme::Light) {
  Layout made;
  made.width = made.height = 200;
  made.marks.push_back(line_mark(draw_flow_curve, tone));
  Recorder canvas;
  paint(made, theme(scheme), {}, {0, 200}, FakeText(), canvas);
  return canvas;
}

std::size_t count_of(const Recorder& canvas, const std::string& what) {
  return static_cast<std::size_t>(
      std::count_if(canvas.drawn.begin(), canvas.drawn.end(),
                    [&](const Drawn& one) { return one.what == what; }));
}

}  // namespace

TEST_CASE("with one source, seven or twenty, every row has a chip and a line of its own") {
  for (const float width : {320.0F, 390.0F, 768.0F, 1280.0F}) {
    for (const std::size_t sources : {std::size_t{1}, std::size_t{7}, std::size_t{20}}) {
      for (const float scale : {1.0F, 1.5F, 2.0F}) {
        CAPTURE(width);
        CAPTURE(sources);
        CAPTURE(scale);
        const Layout made = map_layout(sources, 4, width, scale);
        CHECK(marks_of(made, draw_map_chip).size() == sources + 4);
        CHECK(marks_of(made, draw_flow_bend).size() + marks_of(made, draw_flow_curve).size() ==
              sources + 4);
        CHECK(marks_of(made, draw_council_block).size() == 1);
        CHECK(uncovered_text(made).empty());
        CHECK(sticking_out(made).empty());
        CHECK(overlaps(made).empty());
      }
    }
  }
}

TEST_CASE("a map without sources, or without uses, is drawn too") {
  CHECK(marks_of(map_layout(0, 2, 390), draw_flow_bend).size() == 2);
  CHECK(marks_of(map_layout(2, 0, 390), draw_flow_bend).size() == 2);
  CHECK(marks_of(map_layout(0, 2, 1280), draw_flow_curve).size() == 2);
  CHECK(sticking_out(map_layout(2, 0, 1280)).empty());
}

TEST_CASE("on a phone the map goes down, from 1024 px on it goes across") {
  const Layout phone = map_layout(3, 2, 390);
  const Rect block = marks_of(phone, draw_council_block)[0]->box;
  const auto chips = marks_of(phone, draw_map_chip);
  CHECK(chips[2]->box.y + chips[2]->box.height < block.y);
  CHECK(chips[3]->box.y > block.y + block.height);
  const Layout wide = map_layout(3, 2, 1024);
  const Rect middle = marks_of(wide, draw_council_block)[0]->box;
  const auto beside = marks_of(wide, draw_map_chip);
  CHECK(beside[0]->box.x + beside[0]->box.width < middle.x);
  CHECK(beside[4]->box.x > middle.x + middle.width);
}

TEST_CASE("lines stay beside the chips and meet the council's block") {
  for (const float width : {320.0F, 390.0F, 1024.0F, 1400.0F}) {
    const Layout made = map_layout(7, 4, width);
    const auto chips = marks_of(made, draw_map_chip);
    const Rect block = marks_of(made, draw_council_block)[0]->box;
    for (const Mark& line : made.marks) {
      if (line.draw != draw_flow_bend && line.draw != draw_flow_curve) continue;
      for (const Point point :
           (line.draw == draw_flow_curve ? curve_points(line) : bend_points(line, true))) {
        for (const Mark* chip : chips)
          CHECK_FALSE(overlap({point.x - 0.02F, point.y, 0.04F, 0.04F}, chip->box));
        CHECK(point.x <= made.width);
      }
      if (line.draw != draw_flow_curve) continue;
      const bool inwards = line.box.x < block.x;
      const float meets = inwards ? line.end : line.start;
      CHECK(meets >= block.y);
      CHECK(meets <= block.y + block.height);
    }
  }
}

TEST_CASE("a line is as thick as its kinds of information are many, within what fits") {
  CHECK(line_thickness(1) < line_thickness(2));
  CHECK(line_thickness(2) < line_thickness(7));
  CHECK(line_thickness(0) == line_thickness(1));
  CHECK(line_thickness(100) == line_thickness(8));
}

TEST_CASE("each chip is one link of 44 px at least, and its way on another") {
  for (const float width : {320.0F, 390.0F, 1280.0F}) {
    const Layout made = map_layout(2, 1, width, width < 400 ? 2 : 1);
    for (const char* row : {"main/map/from0/line1", "main/map/from0/line2", "main/map/to/line3"}) {
      const std::string path = row;
      CHECK(piece_at(made, path + "/name/choice").box.height >= 44);
      CHECK(piece_at(made, path + "/do/act").box.height >= 44);
    }
  }
}

TEST_CASE("every state is told by its shape alone") {
  std::set<std::vector<std::string>> shapes;
  for (const Tone tone : map_tones()) {
    const Recorder canvas = drawing_of(tone, Scheme::HighContrast);
    std::vector<std::string> drawn;
    for (const Drawn& one : canvas.drawn) {
      drawn.push_back(one.what);
      CHECK(one.colour == theme(Scheme::HighContrast).ink);
    }
    CHECK(shapes.insert(drawn).second);
  }
}

TEST_CASE("only what may pass has an arrow; a no is cut, what is taken back fades to its end") {
  CHECK(count_of(drawing_of(Tone::Agreed), "triangle") == 1);
  CHECK(count_of(drawing_of(Tone::NotConsent), "triangle") == 1);
  CHECK(count_of(drawing_of(Tone::NotConsent), "polyline") == 2);
  for (const Tone tone : {Tone::Refused, Tone::Withdrawn, Tone::NotAsked})
    CHECK(count_of(drawing_of(tone), "triangle") == 0);
  const Recorder refused = drawing_of(Tone::Refused);
  for (const Drawn& one : refused.drawn) CHECK(one.box.x + one.box.width < 30);
  const Recorder withdrawn = drawing_of(Tone::Withdrawn);
  CHECK(withdrawn.drawn.front().colour == theme(Scheme::Light).withdrawn);
  CHECK(contrast(withdrawn.drawn.back().colour, theme(Scheme::Light).paper) < 3);
}

TEST_CASE("the line that a person is at comes forward and the rest step back") {
  const Layout made = map_layout(3, 1, 1280);
  const Theme& colours = theme(Scheme::Light);
  Attention attention;
  attention.focused = "main/map/from0/line1/name/choice";
  Recorder canvas;
  paint(made, colours, attention, {0, made.height}, FakeText(), canvas);
  // Line 1 is agreed, 2 refused, 3 withdrawn.
  CHECK(canvas.count("polyline", colours.agreed) > 0);
  const auto rest_lines = [&](const Recorder& drawn) {
    return std::count_if(drawn.drawn.begin(), drawn.drawn.end(), [&](const Drawn& one) {
      return one.what == "polyline" && one.colour == colours.withdrawn && one.box.width > 20;
    });
  };
  Recorder at_rest;
  paint(made, colours, {}, {0, made.height}, FakeText(), at_rest);
  CHECK(canvas.count("stroke", colours.agreed) == 1);
  CHECK(at_rest.count("stroke", colours.agreed) == 0);
  CHECK(rest_lines(canvas) <= rest_lines(at_rest));
}

TEST_CASE("something moves along the line that comes forward, once, and is gone when it arrives") {
  const Layout made = map_layout(1, 0, 390);
  Attention attention;
  attention.hovered = "main/map/from0/line1";
  const auto beads = [&](float moved) {
    attention.moved = moved;
    Recorder canvas;
    paint(made, theme(Scheme::Light), attention, {0, made.height}, FakeText(), canvas);
    return canvas.count("disc", theme(Scheme::Light).ink);
  };
  CHECK(beads(0.5F) == 1);
  CHECK(beads(1) == 0);
}

}  // namespace sayso::paint
