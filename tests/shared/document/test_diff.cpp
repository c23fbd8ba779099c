#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "shared/components/page_template/page.h"
#include "shared/document/diff.h"
#include "shared/document/html.h"
#include "tests/shared/document/applier.h"
#include "tests/shared/document/random_document.h"

namespace sayso::document {
namespace {

// Attributes have no order on a page.
std::string canonical(Element element) {
  const auto sort = [](Element& each, const auto& self) -> void {
    std::sort(each.attributes.begin(), each.attributes.end(),
              [](const Attribute& a, const Attribute& b) { return a.name < b.name; });
    for (Element& child : each.children) self(child, self);
  };
  sort(element, sort);
  return write_html(element);
}

class Screen {
 public:
  Bytes show(const Document& document) {
    Page next = make_page(document);
    Bytes operations = diff(page_, next);
    page_ = std::move(next);
    applier.apply(operations);
    CHECK(canonical(applier.page()) == canonical(make_page(document).root));
    CHECK(applier.title == document.title);
    CHECK(applier.language == document.language);
    return operations;
  }

  Applier applier;

 private:
  Page page_;
};

Node with_texts(const std::vector<std::string>& keys) {
  Nodes children;
  for (const std::string& key : keys) children.push_back(keyed(key, paragraph(key)));
  return group(children);
}

}  // namespace

TEST_CASE("applying the difference to the old page gives the new one, whatever the two are") {
  const unsigned seed = 20240607;
  CAPTURE(seed);
  std::mt19937 random(seed);
  Screen screen;
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    screen.show(random_document(random));
  }
}

TEST_CASE("an unchanged document makes no operations at all") {
  Screen screen;
  CHECK_FALSE(screen.show(every_kind()).empty());
  CHECK(screen.show(every_kind()).empty());
}

TEST_CASE("a change of text is one small operation") {
  Screen screen;
  Document document = with_main({paragraph("one"), keyed("said", paragraph("before"))});
  screen.show(document);
  document.main.children[1].text = "after";
  CHECK(screen.show(document).size() < 16);
  CHECK(screen.applier.created == 0);
  CHECK(screen.applier.moved == 0);
}

TEST_CASE("an error that appears above a field leaves the field where it is") {
  Screen screen;
  Document document = with_main({text_input({.name = "code", .label = "Code"})});
  screen.show(document);
  document.main.children[0].error = "Too short";
  document.main.children.insert(document.main.children.begin(), error_summary("Problem", {}));
  screen.show(document);
  CHECK(screen.applier.moved == 0);
  CHECK(screen.applier.removed == 0);
}

TEST_CASE("an error summary that appears first leaves a form without a key where it is") {
  Screen screen;
  const Node asked = form("send", {text_input({.name = "code", .label = "Code"})});
  screen.show(with_main({heading(1, "Code"), asked}));
  screen.show(with_main({error_summary("Problem", {}), heading(1, "Code"), asked}));
  CHECK(screen.applier.moved == 0);
  CHECK(screen.applier.removed == 0);
}

TEST_CASE("when one of many children moves, one operation moves it") {
  Screen screen;
  screen.show(with_main({with_texts({"a", "b", "c", "d", "e"})}));
  screen.show(with_main({with_texts({"b", "c", "d", "e", "a"})}));
  CHECK(screen.applier.moved == 1);
  screen.show(with_main({with_texts({"a", "b", "c", "d", "e"})}));
  CHECK(screen.applier.moved == 1);
  CHECK(screen.applier.created == 0);
}

TEST_CASE("a key whose kind changed is made anew") {
  Screen screen;
  screen.show(with_main({keyed("x", paragraph("one"))}));
  screen.show(with_main({keyed("x", heading(2, "one"))}));
  CHECK(screen.applier.created == 1);
  CHECK(screen.applier.removed == 1);
}

TEST_CASE("focus is asked for once, when the wish for it changes") {
  Screen screen;
  Document document = with_main({heading(1, "One")});
  document.focus = "page-heading";
  screen.show(document);
  CHECK(screen.applier.focus == "page-heading");
  document.main.children[0].text = "Two";
  screen.show(document);
  CHECK(screen.applier.focus.empty());
}

TEST_CASE("taking a tick away unsets it") {
  Screen screen;
  Document document = with_main({checkboxes({.name = "w"}, {checkbox("post", "Post", true)})});
  screen.show(document);
  document.main.children[0].children[0].checked = false;
  const Bytes operations = screen.show(document);
  CHECK(operations[1] == static_cast<std::uint8_t>(Op::Unset));
}

TEST_CASE("two nodes of one key at most cost a rebuild") {
  Screen screen;
  screen.show(with_main({with_texts({"a", "a", "b"})}));
  screen.show(with_main({with_texts({"b", "a", "a"})}));
  screen.show(with_main({with_texts({"a"})}));
}

TEST_CASE("numbers are LEB128") {
  Bytes bytes;
  append_number(bytes, 0);
  append_number(bytes, 127);
  append_number(bytes, 128);
  append_number(bytes, 300);
  CHECK(encode_hex(bytes) == "007f8001ac02");
}

}  // namespace sayso::document
