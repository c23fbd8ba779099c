#include <doctest/doctest.h>

#include "client/mirror/mirror.h"
#include "shared/components/build.h"
#include "shared/components/page_template/page.h"
#include "shared/document/diff.h"

namespace sayso::mirror {
namespace {

using namespace document;
using paint::Line;
using paint::Placements;
using paint::Rect;

struct RecordingPage final : PagePort {
  std::vector<Bytes> applied;
  std::vector<Bytes> placed;
  std::string focused;

  void apply(ByteView operations) override {
    applied.emplace_back(operations.begin(), operations.end());
  }
  void place(ByteView placements) override {
    placed.emplace_back(placements.begin(), placements.end());
  }
  void focus(std::string_view id) override { focused = id; }
};

Document one_paragraph(const std::string& text) {
  Document document_shown;
  document_shown.main.children = {keyed("said", paragraph(text))};
  return document_shown;
}

Placements one_layout(float y, std::uint32_t size) {
  Placements layout;
  layout.height = 400;
  layout.placements = {
      {"main/said", Part::Self, true, {15, y, 360, 27}, {{0, size, {15, y, 90, 27}}}}};
  return layout;
}

}  // namespace

TEST_CASE("the first document is sent whole, the same one again not at all") {
  RecordingPage page;
  Mirror mirror(page);
  mirror.show(one_paragraph("Hello"));
  mirror.show(one_paragraph("Hello"));
  CHECK(page.applied.size() == 1);
  mirror.show(one_paragraph("Goodbye"));
  REQUIRE(page.applied.size() == 2);
  CHECK(page.applied[1].size() < page.applied[0].size() / 10);
}

TEST_CASE("placements that did not change are not sent again") {
  RecordingPage page;
  Mirror mirror(page);
  mirror.show(one_paragraph("Hello"));
  mirror.place(one_layout(40, 5));
  mirror.place(one_layout(40, 5));
  CHECK(page.placed.size() == 1);
  mirror.forget_placements();
  mirror.place(one_layout(40, 5));
  REQUIRE(page.placed.size() == 2);
  CHECK(page.placed[0] == page.placed[1]);
}

TEST_CASE("a box that moves takes its lines along without naming them") {
  RecordingPage page;
  Mirror mirror(page);
  mirror.show(one_paragraph("Hello"));
  mirror.place(one_layout(40, 5));
  mirror.place(one_layout(64, 5));
  REQUIRE(page.placed.size() == 2);
  CHECK(page.placed[1].size() == 1 + 4 + 1 + 1 + 16);  // version, height, tag, handle, rect
}

TEST_CASE("a new text sends its lines again, because the old ones went with the old text") {
  RecordingPage page;
  Mirror mirror(page);
  mirror.show(one_paragraph("Hello"));
  mirror.place(one_layout(40, 5));
  mirror.show(one_paragraph("Howdy"));
  mirror.place(one_layout(40, 5));
  CHECK(page.placed.size() == 2);
}

TEST_CASE("boxes are relative to the nearest boxed element around them") {
  Document shown;
  shown.main.children = {keyed("g", group({keyed("p", paragraph("Hi"))}))};
  Page page = make_page(shown);
  (void)diff({}, page);
  Placements layout;
  layout.placements = {
      {"main/g", Part::Self, true, {10, 100, 300, 200}, {}},
      {"main/g/p", Part::Self, true, {15, 120, 200, 27}, {{0, 2, {16, 121, 20, 27}}}}};
  const Placed placed = place_elements(page, layout);
  REQUIRE(placed.size() == 2);
  for (const auto& [handle, element] : placed) {
    REQUIRE(element.box);
    if (element.lines.empty()) {
      CHECK(*element.box == Rect{10, 100, 300, 200});
    } else {
      CHECK(*element.box == Rect{5, 20, 200, 27});
      CHECK(element.lines[0].box == Rect{1, 1, 20, 27});
    }
  }
}

TEST_CASE("lines that leave out or repeat a part of the text are passed over") {
  Page page = make_page(one_paragraph("Hello"));
  (void)diff({}, page);
  const auto count_lines = [&](std::vector<Line> lines) {
    Placements layout;
    layout.placements = {{"main/said", Part::Self, false, {}, std::move(lines)}};
    return place_elements(page, layout).size();
  };
  CHECK(count_lines({{0, 3, {}}, {3, 5, {}}}) == 1);
  CHECK(count_lines({{0, 3, {}}}) == 0);
  CHECK(count_lines({{0, 3, {}}, {2, 5, {}}}) == 0);
  CHECK(count_lines({{1, 5, {}}}) == 0);
  CHECK(count_lines({{0, 6, {}}}) == 0);
}

TEST_CASE("a part with its own element for the text gets its lines there") {
  Document shown;
  shown.main.children = {text_input({.name = "code", .label = "Code", .error = "Short"})};
  Page page = make_page(shown);
  (void)diff({}, page);
  Placements layout;
  layout.placements = {{"main/code", Part::Error, true, {0, 0, 9, 9}, {{0, 5, {0, 0, 9, 9}}}},
                       {"main/code", Part::Control, true, {0, 9, 9, 9}, {}},
                       {"main/nowhere", Part::Self, true, {0, 0, 9, 9}, {}}};
  CHECK(place_elements(page, layout).size() == 3);  // the message's box, its text, the input
}

TEST_CASE("what is no longer placed is said so") {
  RecordingPage page;
  Mirror mirror(page);
  mirror.show(one_paragraph("Hello"));
  mirror.place(one_layout(40, 5));
  Placements empty;
  empty.height = 400;
  mirror.place(empty);
  REQUIRE(page.placed.size() == 2);
  CHECK(page.placed[1][5] == static_cast<std::uint8_t>(Record::NoBox));
  CHECK(page.placed[1][7] == static_cast<std::uint8_t>(Record::NoLines));
}

TEST_CASE("lengths are in the units of JavaScript's strings") {
  CHECK(utf16_length("abc") == 3);
  CHECK(utf16_length("\xC3\xA9") == 1);
  CHECK(utf16_length("\xE2\x80\x99") == 1);
  CHECK(utf16_length("\xF0\x9F\x99\x82") == 2);
  CHECK(utf16_length("") == 0);
}

TEST_CASE("a second wish to focus the same thing is passed on at once") {
  RecordingPage page;
  Mirror mirror(page);
  mirror.focus("error-summary");
  CHECK(page.focused == "error-summary");
}

}  // namespace sayso::mirror
