#include <doctest/doctest.h>

#include <algorithm>

#include "shared/components/details/paint.h"
#include "shared/components/field/paint.h"
#include "shared/components/layout.h"
#include "shared/paint/layout.h"
#include "shared/paint/marks.h"
#include "tests/shared/document/every_kind.h"
#include "tests/shared/paint/facts.h"
#include "tests/shared/paint/fake_text.h"

namespace sayso::paint {
namespace {

namespace metrics = document::metrics;
using namespace document;

Layout lay_out(Nodes nodes, float width, float scale = 1) {
  Document made;
  made.main.children = std::move(nodes);
  return layout(made, width, scale, FakeText());
}

const Piece& piece_of(const Layout& made, std::string_view path, Part part = Part::Self) {
  for (const Piece& piece : made.pieces) {
    if (piece.path == path && piece.part == part) return piece;
  }
  FAIL("no piece for " << path);
  return made.pieces.front();
}

std::size_t count_marks(const Layout& made, Draw draw) {
  return static_cast<std::size_t>(std::count_if(
      made.marks.begin(), made.marks.end(), [&](const Mark& mark) { return mark.draw == draw; }));
}

TEST_CASE("every kind of node keeps the rules of layout at every width and text size") {
  for (const float width :
       {240.0F, 320.0F, 390.0F, 639.0F, 640.0F, 1023.0F, 1024.0F, 1280.0F, 2560.0F}) {
    for (const float scale : {1.0F, 1.25F, 1.5F, 2.0F}) {
      CAPTURE(width);
      CAPTURE(scale);
      const Layout made = layout(every_kind(), width, scale, FakeText());
      CHECK(uncovered_text(made) == Wrongs{});
      CHECK(sticking_out(made) == Wrongs{});
      CHECK(overlaps(made) == Wrongs{});
      CHECK(made.width == doctest::Approx(width));
      CHECK(made.height > 500);
    }
  }
}

TEST_CASE("everything that is said on the screen is in the layout") {
  const Document document = every_kind();
  const Layout made = layout(document, 390, 1, FakeText());
  visit(document.main, [&](const Node& node) {
    if (node.print_only || node.text == "Two this year") return;  // in a tab that is not seen
    for (const std::string* words : {&node.text, &node.hint, &node.error}) {
      // A link's hint is for screen readers alone, and a column's heading stands at each cell.
      if (words->empty() || node.kind == Kind::Link || node.header) continue;
      CAPTURE(*words);
      CHECK(find_piece(made, *words) != nullptr);
    }
    // The page shows what can be selected; a navigation's label is heard alone.
    const bool said_by_page = node.kind == Kind::SelectOption || node.kind == Kind::Pagination;
    if (!node.label.empty() && !said_by_page) {
      CAPTURE(node.label);
      CHECK(find_piece(made, node.label) != nullptr);
    }
  });
}

TEST_CASE("what is only printed takes no room") {
  const Nodes shown{paragraph("Shown")};
  Nodes both = shown;
  both.insert(both.begin(), only_in_print(paragraph("Printed")));
  CHECK(lay_out(both, 390).height == doctest::Approx(lay_out(shown, 390).height));
}

TEST_CASE("text of 200% is the layout of half the width, twice as large") {
  const Layout plain = layout(every_kind(), 390, 1, FakeText());
  const Layout large = layout(every_kind(), 780, 2, FakeText());
  CHECK(large.height == doctest::Approx(2 * plain.height));
  REQUIRE(large.pieces.size() == plain.pieces.size());
  for (std::size_t i = 0; i < plain.pieces.size(); ++i) {
    CHECK(large.pieces[i].type.size == doctest::Approx(2 * plain.pieces[i].type.size));
    CHECK(large.pieces[i].lines.size() == plain.pieces[i].lines.size());
  }
}

TEST_CASE("on a phone larger text never makes a shorter page") {
  float before = 0;
  for (int percent = 100; percent <= 200; percent += 10) {
    const float height =
        layout(every_kind(), 390, static_cast<float>(percent) / 100, FakeText()).height;
    CAPTURE(percent);
    CHECK(height > before);
    before = height;
  }
}

TEST_CASE("lines take two thirds of a wide screen at the most, and columns stand side by side") {
  const std::string words(2000, 'a');
  const Layout made =
      lay_out({paragraph(words), columns(paragraph("left"), paragraph("right"))}, 1280);
  for (const Piece& piece : made.pieces) {
    for (const Line& line : piece.lines) CHECK(line.box.width <= metrics::measure);
  }
  const Piece& left = *find_piece(made, "left");
  const Piece& right = *find_piece(made, "right");
  CHECK(left.box.y == right.box.y);
  CHECK(right.box.x == doctest::Approx(left.box.x + (960 - 32) / 2.0F + 32));

  const Layout narrow = lay_out({columns(paragraph("left"), paragraph("right"))}, 1023);
  CHECK(find_piece(narrow, "right")->box.y > find_piece(narrow, "left")->box.y);
}

TEST_CASE("spans and links flow in one paragraph, each with lines of its own") {
  const Layout made = lay_out(
      {keyed("p", paragraph({span("Read "), link("the notice", "/read"), span(" first.")}))}, 390);
  const Piece& before = *find_piece(made, "Read ");
  const Piece& link = *find_piece(made, "the notice");
  CHECK(link.underlined);
  CHECK(link.lines[0].box.y == before.lines[0].box.y);
  CHECK(link.lines[0].box.x == doctest::Approx(15 + 5 * 19 * FakeText::regular));
  CHECK(piece_of(made, "main/p").box.height == doctest::Approx(metrics::body.line));
}

TEST_CASE("a link that goes over several lines has a box that covers no other words") {
  const Layout made = lay_out(
      {keyed("p", paragraph({span("Read "),
                             keyed("l", link("the council's notice in its own words", "/read")),
                             span(" first.")}))},
      320);
  const Piece& link = piece_of(made, "main/p/l");
  REQUIRE(link.lines.size() > 1);
  CHECK(link.boxed);
  CHECK(link.box == link.lines[0].box);
}

TEST_CASE("small text in a line stands on the same baseline") {
  const Layout made = lay_out({paragraph({span("Schools "), tag(Tone::Agreed, "Agreed")})}, 390);
  const auto baseline = [](const Piece& piece) {
    const Extent reach = FakeText().extent(piece.type.size, Weight::Regular);
    return piece.lines[0].box.y + (piece.type.line - reach.ascent - reach.descent) / 2 +
           reach.ascent;
  };
  CHECK(baseline(*find_piece(made, "Agreed")) ==
        doctest::Approx(baseline(*find_piece(made, "Schools "))));
  CHECK(count_marks(made, draw_tag_sign) == 1);
}

TEST_CASE("a control's target is 44 px at the least, and a phone's main button 56 and full width") {
  const Layout made =
      lay_out({radios({.name = "r", .label = "Choose"}, {radio("yes", "Yes"), radio("no", "No")}),
               keyed("go", submit_button("Continue")), keyed("b", button("Other", "x")),
               keyed("d", details("More", {paragraph("Hidden")}))},
              390);
  for (const char* value : {"yes", "no"}) {
    const std::string path = std::string("main/r/") + value;
    const Rect control = piece_of(made, path, Part::Control).box;
    const Rect label = piece_of(made, path, Part::Label).box;
    CHECK(label.height >= metrics::target);
    CHECK(label.x == doctest::Approx(control.x + control.width));
  }
  const Rect go = piece_of(made, "main/go").box;
  CHECK(go.height == doctest::Approx(metrics::button_height));
  CHECK(go.width == doctest::Approx(390 - 2 * metrics::side_margin_phone));
  CHECK(piece_of(made, "main/b").box.height >= metrics::target);
  CHECK(piece_of(made, "main/d", Part::Label).box.height >= metrics::target);
  CHECK(find_piece(made, "Hidden") == nullptr);
}

TEST_CASE("an open Details shows what it holds behind a bar") {
  const Layout made = lay_out({details("More", {paragraph("Shown")}, true)}, 390);
  REQUIRE(find_piece(made, "Shown") != nullptr);
  CHECK(find_piece(made, "Shown")->box.x ==
        doctest::Approx(15 + metrics::bar + metrics::inset_padding));
  CHECK(count_marks(made, draw_details_bar) == 1);
}

TEST_CASE("a field leaves a hole for the page's own input, as wide as what is asked") {
  const Layout made = lay_out({text_input({.name = "code", .label = "Code", .width_chars = 12}),
                               text_area({.name = "note", .label = "Note"})},
                              390);
  const Rect code = piece_of(made, "main/code", Part::Control).box;
  CHECK(code.height == doctest::Approx(metrics::input_height));
  CHECK(code.width == doctest::Approx(12 * metrics::character + 28));
  CHECK(piece_of(made, "main/note", Part::Control).box.width == doctest::Approx(360));
  CHECK(find_piece(made, "Code")->box.y + 27 + metrics::control_gap == doctest::Approx(code.y));
}

TEST_CASE("a field at fault has a bar as high as itself, and its words beside it") {
  const Layout made =
      lay_out({text_input({.name = "code", .label = "Code", .error = "Too short"})}, 390);
  const Rect field = piece_of(made, "main/code").box;
  REQUIRE(count_marks(made, draw_fault_bar) == 1);
  CHECK(made.marks[0].box.height == doctest::Approx(field.height));
  CHECK(find_piece(made, "Too short")->ink == Ink::Fault);
  CHECK(find_piece(made, "Too short")->box.x == doctest::Approx(15 + 4 + 16));
}

TEST_CASE("options stand side by side only where they fit") {
  const auto choose = [](float width) {
    return lay_out({radios({.name = "r", .label = "Choose", .inline_options = true},
                           {radio("yes", "Yes, I agree"), radio("no", "No, I do not agree")})},
                   width);
  };
  const Layout wide = choose(700);
  CHECK(piece_of(wide, "main/r/yes").box.y == piece_of(wide, "main/r/no").box.y);
  const Layout narrow = choose(320);
  CHECK(piece_of(narrow, "main/r/yes").box.y < piece_of(narrow, "main/r/no").box.y);
}

TEST_CASE("a row's links stand beside its value on a wide screen and below it on a phone") {
  Node change = link("Change", "/1");
  change.action_link = true;
  const Nodes rows{summary_list({keyed("nhs", summary_row("NHS", "Agreed", {change}))})};
  const Layout wide = lay_out(rows, 800);
  CHECK(find_piece(wide, "Change")->lines[0].box.y == find_piece(wide, "Agreed")->lines[0].box.y);
  const Rect box = find_piece(wide, "Change")->lines[0].box;
  CHECK(box.x + box.width == doctest::Approx(30 + 640));
  const Layout phone = lay_out(rows, 390);
  CHECK(find_piece(phone, "NHS")->box.y < find_piece(phone, "Agreed")->lines[0].box.y);
  CHECK(find_piece(phone, "Agreed")->lines[0].box.y < find_piece(phone, "Change")->box.y);
  CHECK(find_piece(phone, "Change")->box.height == doctest::Approx(metrics::target));
}

TEST_CASE("a table's rows are stacked on a phone, each cell below its column's heading") {
  const Nodes nodes{table("Uses", {header_row({"When", "Who"}),
                                   row({cell("Today", "When"), cell("A worker", "Who")})})};
  const Layout wide = lay_out(nodes, 800);
  CHECK(find_piece(wide, "Today")->box.y == find_piece(wide, "A worker")->box.y);
  CHECK(find_piece(wide, "When")->box.x == find_piece(wide, "Today")->box.x);
  const Layout phone = lay_out(nodes, 390);
  CHECK(find_piece(phone, "Today")->box.y < find_piece(phone, "A worker")->box.y);
  CHECK(find_piece(phone, "When")->box.y < find_piece(phone, "Today")->box.y);
  CHECK(find_piece(phone, "When")->path.empty());
}

TEST_CASE("placements name every part once and cover the page") {
  const Layout made = layout(every_kind(), 390, 1, FakeText());
  const Placements placed = placements(made);
  CHECK(placed.height == made.height);
  std::map<std::pair<std::string, Part>, int> seen;
  for (const Placement& placement : placed.placements) {
    CHECK_FALSE(placement.path.empty());
    CHECK(++seen[{placement.path, placement.part}] == 1);
  }
  CHECK(placed.placements.front().path == "main");
  CHECK(placed.placements.front().box.width == 390);
}

TEST_CASE("a document that paint cannot show as it should be is left to the page") {
  Document made;
  made.main.children = {paragraph("Żółw – turtle")};
  CHECK(can_paint(made, FakeText()));
  made.main.children = {paragraph({span("Turtle "), link("черепаха", "/")})};
  CHECK_FALSE(can_paint(made, FakeText()));
  made.main.children = {in_language("ar", paragraph("a"), Direction::RightToLeft)};
  CHECK_FALSE(can_paint(made, FakeText()));
}

}  // namespace
}  // namespace sayso::paint
