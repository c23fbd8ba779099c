#include <doctest/doctest.h>

#include "shared/paint/lines.h"
#include "tests/shared/paint/fake_text.h"

namespace sayso::paint {
namespace {

constexpr document::metrics::Type ten{10, 14, false};  // 5 px a character

std::vector<std::string> lines_of(std::vector<Run> runs, float width) {
  const BrokenLines broken = break_lines(runs, width, FakeText());
  std::vector<std::string> lines(broken.line_count);
  for (const Fragment& part : broken.fragments) {
    lines[part.line] += runs[part.run].text.substr(part.begin, part.end - part.begin);
  }
  return lines;
}

using Words = std::vector<std::string>;

TEST_CASE("a line takes as many words as fit, and keeps the space that it breaks at") {
  CHECK(lines_of({{"one two three", ten}}, 40) == Words{"one two ", "three"});
  CHECK(lines_of({{"one two three", ten}}, 35) == Words{"one two ", "three"});
  CHECK(lines_of({{"one two three", ten}}, 34) == Words{"one ", "two ", "three"});
}

TEST_CASE("a space at the end of a line takes no width") {
  const Run run{"one two three", ten};
  const BrokenLines broken = break_lines({&run, 1}, 35, FakeText());
  CHECK(broken.fragments[0].width == doctest::Approx(35));
  CHECK(broken.widest == doctest::Approx(35));
}

TEST_CASE("a word longer than the line is broken between characters, not bytes") {
  CHECK(lines_of({{"abcdefgh", ten}}, 15) == Words{"abc", "def", "gh"});
  CHECK(lines_of({{"żółćęąśń", ten}}, 20) == Words{"żółć", "ęąśń"});
  CHECK(lines_of({{"a abcdef b", ten}}, 20) == Words{"a ", "abcd", "ef b"});
}

TEST_CASE("an accent of its own stays with its letter") {
  CHECK(lines_of({{"aaae\xCC\x81z", ten}}, 20) == Words{"aaa", "e\xCC\x81z"});
}

TEST_CASE(
    "a line may break after a hyphen between letters, not within a number or at a no-break space") {
  CHECK(lines_of({{"anti-social", ten}}, 40) == Words{"anti-", "social"});
  CHECK(lines_of({{"on 1-23456", ten}}, 40) == Words{"on ", "1-23456"});
  CHECK(lines_of({{"ab c\xC2\xA0"
                   "d",
                   ten}},
                 20) == Words{"ab ",
                              "c\xC2\xA0"
                              "d"});
}

TEST_CASE("a word that goes on in the next run is kept whole") {
  CHECK(lines_of({{"see ", ten}, {"notice", ten}, {".", ten}}, 50) == Words{"see ", "notice."});
  CHECK(lines_of({{"see the ", ten}, {"notice", ten}, {".", ten}}, 70) ==
        Words{"see the ", "notice."});
}

TEST_CASE("a space that begins a run belongs to the line before the break") {
  CHECK(lines_of({{"abcd", ten}, {" efgh", ten}}, 25) == Words{"abcd ", "efgh"});
}

TEST_CASE("text without spaces between its words breaks between characters") {
  CHECK(lines_of({{"同意同意同意", ten}}, 20) == Words{"同意同意", "同意"});
}

TEST_CASE("a run that is whole moves to the next line with the room around it") {
  const Run tag{"not asked", ten, 8, 4, true};
  const std::vector<Run> runs{{"Schools ", ten}, tag};
  CHECK(lines_of(runs, 97) == Words{"Schools not asked"});
  CHECK(lines_of(runs, 96) == Words{"Schools ", "not asked"});
  const BrokenLines broken = break_lines(runs, 97, FakeText());
  CHECK(broken.fragments[1].x == doctest::Approx(48));
}

TEST_CASE("no text makes no line, and a stray space makes one without width") {
  CHECK(lines_of({{"", ten}}, 50).empty());
  const Run space{" ", ten};
  const BrokenLines broken = break_lines({&space, 1}, 50, FakeText());
  CHECK(broken.line_count == 1);
  CHECK(broken.widest == doctest::Approx(0));
}

TEST_CASE("malformed UTF-8 is stepped over a byte at a time") {
  CHECK(lines_of({{"ab\xFF\xC3", ten}}, 10) == Words{"ab", "\xFF\xC3"});
}

}  // namespace
}  // namespace sayso::paint
