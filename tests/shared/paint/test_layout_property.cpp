// Layout's rules on random trees.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "shared/components/build.h"
#include "shared/components/data_map/paint.h"
#include "shared/components/layout.h"
#include "shared/paint/paint.h"
#include "tests/shared/paint/facts.h"
#include "tests/shared/paint/fake_text.h"
#include "tests/shared/paint/map_sample.h"
#include "tests/shared/paint/recorder.h"

namespace sayso::paint {
namespace {

using namespace document;

int any(int below) { return *rc::gen::inRange(0, below); }

std::string any_words() {
  static const std::vector<std::string> words{
      "a",        "no",          "the",
      "family",   "anti-social", "Verwaltungsverfahrensgesetz",
      "ąęłó",     "–",           " ",
      "2026",     "7K2Q-93MF",   "Pneumonoultramicroscopicsilicovolcanoconiosis",
      "NHS",      "choice",      "",
      "to agree", ".",           "e\xCC\x81t\xC3\xA9"};
  std::string text;
  const int count = any(12);
  for (int i = 0; i < count; ++i) {
    text += words[static_cast<std::size_t>(any(static_cast<int>(words.size())))];
    if (any(5) != 0) text += ' ';
  }
  return text;
}

Node any_inline() {
  switch (any(4)) {
    case 0:
      return strong(any_words());
    case 1:
      return link(any_words(), "/");
    case 2:
      return tag(static_cast<Tone>(any(11)), any_words());
    default:
      return span(any_words());
  }
}

Node any_node(int depth);

Nodes any_nodes(int depth, int most) {
  Nodes nodes;
  const int count = any(most + 1);
  for (int i = 0; i < count; ++i) nodes.push_back(any_node(depth));
  return nodes;
}

Nodes any_inlines() {
  Nodes runs;
  const int count = any(5);
  for (int i = 0; i < count; ++i) runs.push_back(any_inline());
  return runs;
}

Node any_row() {
  Nodes value = any(2) == 0 ? any_inlines() : Nodes{paragraph(any_words()), paragraph(any_words())};
  Nodes actions;
  for (int i = any(3); i > 0; --i) {
    Node made = link(any_words(), "/");
    made.action_link = true;
    actions.push_back(made);
  }
  return summary_row(any_words(), value, actions);
}

Node any_leaf() {
  switch (any(11)) {
    case 0:
      return heading(1 + any(3), any_words());
    case 1:
      return paragraph(any_inlines());
    case 2:
      return list({any_words(), any_words(), any_words()});
    case 3:
      return warning(any_words());
    case 4:
      return button(any_words(), "x", static_cast<Tone>(any(4)));
    case 5:
      return text_input({.name = "t",
                         .label = any_words(),
                         .hint = any_words(),
                         .error = any_words(),
                         .width_chars = any(40),
                         .page_heading = any(2) == 0});
    case 6:
      return radios(
          {.name = "r", .label = any_words(), .error = any_words(), .inline_options = any(2) == 0},
          {radio("a", any_words(), any_words()), radio("b", any_words())});
    case 7:
      return summary_list({any_row(), any_row()});
    case 8:
      return table(any_words(), {header_row({any_words(), any_words()}),
                                 row({cell(any_words(), "One"), cell(any_inlines(), "Two")})});
    case 9:
      return figure("qr", any_words(), "101 010 101");
    default:
      return progress(any_words(), any(102) - 1);
  }
}

Node any_node(int depth) {
  if (depth == 0 || any(3) == 0) return any_leaf();
  switch (any(8)) {
    case 0:
      return inset(any_nodes(depth - 1, 3));
    case 1:
      return quote(any_nodes(depth - 1, 3));
    case 2:
      return panel(any_words(), any_nodes(depth - 1, 3));
    case 3:
      return banner(any_words(), any_nodes(depth - 1, 3));
    case 4:
      return details(any_words(), any_nodes(depth - 1, 3), any(2) == 0);
    case 5:
      return columns(group(any_nodes(depth - 1, 3)), group(any_nodes(depth - 1, 3)));
    case 6:
      return list({item(any_inlines()), item(any_nodes(depth - 1, 2)), item(any_words())});
    default:
      return group(any_nodes(depth - 1, 4));
  }
}

// Containers in containers only where there is room for them: no screen nests deeper, and three
// paddings would leave nothing of a narrow phone at 200% text.
Document any_document(float units) {
  Document made;
  made.main.children = any_nodes(units < 320 ? 1 : units < 640 ? 2 : 3, 5);
  return made;
}

void complain(const char* rule, const Wrongs& wrongs) {
  if (!wrongs.empty()) RC_FAIL(std::string(rule) + ": " + wrongs.front());
}

TEST_CASE(
    "a random screen's lines cover its text, and nothing overlaps or sticks out from 320 px on") {
  CHECK(rc::check([] {
    const auto width = static_cast<float>(*rc::gen::inRange(320, 1400));
    const auto scale = static_cast<float>(*rc::gen::inRange(100, 201)) / 100;
    const Document document = any_document(width / scale);
    const Layout made = layout(document, width, scale, FakeText());
    complain("covers", uncovered_text(made));
    complain("fits", sticking_out(made));
    complain("apart", overlaps(made));
  }));
}

TEST_CASE("a random data map's chips hold their words, and nothing overlaps or sticks out") {
  CHECK(rc::check([] {
    std::vector<std::string> words;
    std::vector<Tone> tones;
    for (int i = 1 + any(6); i > 0; --i) words.push_back("x" + any_words());
    for (int i = 1 + any(5); i > 0; --i)
      tones.push_back(map_tones()[static_cast<std::size_t>(any(5))]);
    const Node map = sample_map(static_cast<std::size_t>(any(21)), static_cast<std::size_t>(any(8)),
                                tones, words);
    const auto width = static_cast<float>(*rc::gen::inRange(320, 1400));
    const auto scale = static_cast<float>(*rc::gen::inRange(100, 201)) / 100;
    const Layout made = layout(document_with(map), width, scale, FakeText());
    complain("covers", uncovered_text(made));
    complain("fits", sticking_out(made));
    complain("apart", overlaps(made));
    for (const Mark& chip : made.marks) {
      if (chip.draw != draw_map_chip) continue;
      for (const Piece& piece : made.pieces) {
        if (piece.path.compare(0, chip.path.size() + 1, chip.path + "/") != 0) continue;
        for (const Line& line : piece.lines) {
          RC_ASSERT(line.box.x >= chip.box.x - 0.1F);
          RC_ASSERT(line.box.x + line.box.width <= chip.box.x + chip.box.width + 0.1F);
          RC_ASSERT(line.box.y + line.box.height <= chip.box.y + chip.box.height + 0.1F);
        }
      }
    }
  }));
}

TEST_CASE("of a random screen nothing is painted that lies outside of the band") {
  CHECK(rc::check([] {
    const Layout made = layout(any_document(390), 390, 1, FakeText());
    const auto top = static_cast<float>(any(static_cast<int>(made.height)));
    const Band band{top, 200};
    Recorder canvas;
    paint(made, theme(Scheme::Light), {}, band, FakeText(), canvas);
    for (const Drawn& one : canvas.drawn) {
      // Parts of one mark may lie beside the band when the mark itself reaches into it.
      if (one.what != "text") continue;
      RC_ASSERT(one.box.y < top + 200 + 10);
      RC_ASSERT(one.box.y + one.box.height > top - 10);
    }
  }));
}

TEST_CASE("bands put together paint what the whole screen paints") {
  CHECK(rc::check([] {
    const Layout made = layout(any_document(390), 390, 1, FakeText());
    Recorder whole;
    paint(made, theme(Scheme::Light), {}, {0, made.height}, FakeText(), whole);
    std::vector<std::string> seen;
    for (float top = 0; top < made.height; top += 300) {
      Recorder part;
      paint(made, theme(Scheme::Light), {}, {top, 300}, FakeText(), part);
      for (const Drawn& one : part.drawn) {
        if (one.what == "text") seen.push_back(one.text + std::to_string(one.box.y));
      }
    }
    for (const Drawn& one : whole.drawn) {
      if (one.what != "text") continue;
      RC_ASSERT(std::count(seen.begin(), seen.end(), one.text + std::to_string(one.box.y)) >= 1);
    }
  }));
}

}  // namespace
}  // namespace sayso::paint
