#include <doctest/doctest.h>

#include <set>

#include "tests/shared/document/every_kind.h"

namespace sayso::document {

TEST_CASE("the document of every kind leaves none out") {
  std::set<Kind> seen;
  const Document document = every_kind();
  const auto see = [&](const Node& node) { seen.insert(node.kind); };
  visit(document.main, see);
  for (const Node& node : document.dialog) visit(node, see);
  CHECK(seen.size() == kind_count);
}

TEST_CASE("no option is chosen unless the field says so") {
  const Node unasked = radios({.name = "nhs"}, {radio("yes", "Yes"), radio("no", "No")});
  CHECK_FALSE(unasked.children[0].checked);
  CHECK_FALSE(unasked.children[1].checked);
  const Node refused =
      radios({.name = "nhs", .value = "no"}, {radio("yes", "Yes"), radio("no", "No")});
  CHECK_FALSE(refused.children[0].checked);
  CHECK(refused.children[1].checked);
  CHECK(refused.children[1].name == "nhs");
}

TEST_CASE("a node without a key goes by its place among those of its kind") {
  Node both = group({paragraph("one"), keyed("second", paragraph("two")), paragraph("three")});
  const std::string first = key_of(both, 0);
  const std::string third = key_of(both, 2);
  CHECK(first != third);
  CHECK(key_of(both, 1) == "second");
  both.children.insert(both.children.begin(), heading(1, "New"));
  CHECK(key_of(both, 1) == first);
  CHECK(key_of(both, 3) == third);
  CHECK(join_path("main", "second") == "main/second");
  CHECK(join_path("", "main") == "main");
}

TEST_CASE("the actions of a summary row are told from its value") {
  const Node answer = summary_row("NHS", "Agreed", {link("Change", "/choices/1")});
  CHECK_FALSE(answer.children.front().action_link);
  CHECK(answer.children.back().action_link);
}

TEST_CASE("a heading of the first level is the page's and can be focused by name") {
  CHECK(heading(1, "Choices").page_heading);
  CHECK(heading(1, "Choices").id == "page-heading");
  CHECK(heading(2, "Uses").id.empty());
}

TEST_CASE("a QR code is a square of rows with its three corners") {
  const Node code = qr_code("Reference", "sayso:7K2Q-0001");
  const std::size_t size = code.payload.find(' ');
  REQUIRE(size >= 21);
  CHECK((size - 17) % 4 == 0);
  CHECK(code.payload.size() == size * size + size - 1);
  CHECK(code.payload.substr(0, 7) == "1111111");
  CHECK(code.payload.substr(size - 7, 7) == "1111111");
  CHECK(code.payload.substr(code.payload.size() - size, 7) == "1111111");
}

TEST_CASE("a text that no code can hold draws none") {
  CHECK(qr_code("Too long", std::string(5000, 'x')).payload.empty());
}

}  // namespace sayso::document
