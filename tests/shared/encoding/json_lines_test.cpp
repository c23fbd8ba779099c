#include "shared/encoding/json_lines.h"

#include <doctest/doctest.h>

using namespace sayso::encoding;

TEST_CASE("every value is found at its line") {
  const JsonLines lines(
      "\n{\n  \"a\": [1,\n 2, {\"b\":\n true}],\n\"c\\u0064\": \"x\\\"y\",  \"e/f~\": {}\n}\n");
  CHECK(lines.line_of("") == 2);
  CHECK(lines.line_of("/a") == 3);
  CHECK(lines.line_of("/a/0") == 3);
  CHECK(lines.line_of("/a/1") == 4);
  CHECK(lines.line_of("/a/2") == 4);
  CHECK(lines.line_of("/a/2/b") == 5);
  CHECK(lines.line_of("/cd") == 6);
  CHECK(lines.line_of("/e~1f~0") == 6);
}

TEST_CASE("a value that is not there is at the line of what is around it") {
  const JsonLines lines("{\n\"a\": {\n}\n}");
  CHECK(lines.line_of("/a/b/c") == 2);
  CHECK(lines.line_of("/z") == 1);
}

TEST_CASE("empty containers and bare scalars are read to their end") {
  CHECK(JsonLines("[]").line_of("") == 1);
  const JsonLines lines("[[ ],\n{ },\n-12,\nfalse,\n\"\"]");
  for (std::size_t i = 0; i < 5; ++i) CHECK(lines.line_of(pointer_below("", i)) == i + 1);
}
