#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "shared/components/makers.h"
#include "shared/components/page_template/page.h"
#include "shared/document/html.h"
#include "tests/shared/document/every_kind.h"

namespace sayso::document {
namespace {

bool holds(const std::string& text, std::string_view piece) {
  return text.find(piece) != std::string::npos;
}

void visit_elements(const Element& element, const std::function<void(const Element&)>& see) {
  see(element);
  for (const Element& child : element.children) visit_elements(child, see);
}

const Element* find_tag(const Element& element, std::string_view tag) {
  if (element.tag == tag) return &element;
  for (const Element& child : element.children) {
    if (const Element* found = find_tag(child, tag)) return found;
  }
  return nullptr;
}

const std::set<std::string> phrasing = {"a",      "span",     "strong",   "code", "input", "label",
                                        "button", "textarea", "progress", "svg",  "path"};

// Whether HTML's parser would keep this child where it is.
bool may_stand_in(const Element& parent, const Element& child) {
  static const std::set<std::string> only_phrasing = {
      "p", "h1", "h2", "h3", "span", "a", "label", "strong", "button", "code", "dt", "summary"};
  if (parent.tag == "ul" || parent.tag == "ol") return child.tag == "li";
  if (parent.tag == "dl") return child.tag == "div";
  if (parent.tag == "table") {
    return child.tag == "caption" || child.tag == "thead" || child.tag == "tbody";
  }
  if (parent.tag == "thead" || parent.tag == "tbody") return child.tag == "tr";
  if (parent.tag == "tr") return child.tag == "td" || child.tag == "th";
  if (parent.tag == "legend") return child.tag == "h1";
  if (parent.tag == "h1" && child.tag == "label") return true;
  if (only_phrasing.count(parent.tag) != 0) return phrasing.count(child.tag) != 0;
  return child.tag != "li" && child.tag != "td" && child.tag != "th" && child.tag != "tr";
}

}  // namespace

TEST_CASE(
    "a page is complete: doctype, language, viewport that zooms, title, styles, facts, scripts") {
  HtmlOptions options;
  options.exit_script = {"/exit.js"};
  options.styles = {Source{"/styles/sayso.css"}};
  options.modules = {"/app.js"};
  options.preloads = {{"/fonts/latin-400.woff2", "font", "font/woff2"}};
  options.facts = {{"sayso-notice", "/notices/ab.json"}};
  const std::string page = write_html(every_kind(), options);
  CHECK(page.substr(0, 15) == "<!doctype html>");
  CHECK(holds(page, "<html lang=\"en\" dir=\"ltr\" class=\"simple\">"));
  CHECK(holds(page, "content=\"width=device-width, initial-scale=1\""));
  CHECK_FALSE(holds(page, "maximum-scale"));
  CHECK_FALSE(holds(page, "user-scalable"));
  CHECK(holds(page, "<title>Choices</title>"));
  CHECK(holds(page, "<meta name=\"sayso-notice\" content=\"/notices/ab.json\">"));
  CHECK(holds(page, "<link rel=\"stylesheet\" href=\"/styles/sayso.css\">"));
  CHECK(holds(page, "<script type=\"module\" src=\"/app.js\" fetchpriority=\"low\"></script>"));
  CHECK(holds(page, "href=\"/fonts/latin-400.woff2\" as=\"font\" type=\"font/woff2\" crossorigin"));
  CHECK(page.find("/exit.js") < page.find("/styles/sayso.css"));
  CHECK(holds(page, "aria-live=\"polite\">Saved</div>"));
  CHECK(holds(page, "aria-live=\"assertive\"></div>"));
}

TEST_CASE("what a page waits for may stand in it as it is, and in its order") {
  HtmlOptions options;
  options.exit_script = {"/exit.js", "if(1<2&&3>2)go(\"x\")"};
  options.styles = {Source{"/styles/sayso.css", "p>a{margin:0}"}};
  const std::string page = write_html(every_kind(), options);
  CHECK(holds(page, "<script>if(1<2&&3>2)go(\"x\")</script>"));
  CHECK(holds(page, "<style>p>a{margin:0}</style>"));
  CHECK_FALSE(holds(page, "/exit.js"));
  CHECK_FALSE(holds(page, "/styles/sayso.css"));
  CHECK(page.find("<script>") < page.find("<style>"));
  for (const char* content : {"a</script>", "a</STYLE >", "<!--<script>"})
    CHECK_FALSE(may_stand_inline(content));
  CHECK(may_stand_inline("a<b/c"));
}

TEST_CASE("nothing is inline that a strict content policy refuses") {
  const std::string page = write_html(every_kind());
  CHECK_FALSE(holds(page, " style=\""));
  CHECK_FALSE(holds(page, "<style"));
  CHECK_FALSE(holds(page, "<script>"));
  CHECK_FALSE(holds(page, " onclick"));
}

TEST_CASE("hostile text in any field comes out as text") {
  const std::string hostile = "\"'><script>alert(1)</script>&\x01";
  const auto poison = [&](std::string& field) { field = hostile; };
  Document document = every_kind();
  std::function<void(Node&)> poison_node = [&](Node& node) {
    for (std::string* field :
         {&node.id, &node.label, &node.hint, &node.error, &node.name, &node.value, &node.href,
          &node.action, &node.language, &node.autocomplete, &node.figure, &node.payload}) {
      poison(*field);
    }
    node.key += hostile;
    node.text = hostile;
    for (Node& child : node.children) poison_node(child);
  };
  for (Node& child : document.main.children) poison_node(child);
  for (Node& link_node : document.footer) poison_node(link_node);
  for (Node& link_node : document.back) poison_node(link_node);
  Frame& frame = document.frame;
  for (std::string* field :
       {&document.title, &document.language, &document.council, &document.service,
        &document.announcement, &document.alert, &frame.skip_label, &frame.home_address,
        &frame.exit_label, &frame.exit_address, &frame.exit_hint, &frame.phase_label,
        &frame.phase_text, &frame.error_prefix, &frame.warning_label}) {
    poison(*field);
  }
  HtmlOptions options{{hostile},
                      {hostile},
                      {Source{hostile}},
                      {hostile},
                      {{hostile, hostile, hostile}},
                      {{hostile, hostile}},
                      hostile};
  const std::string page = write_html(document, options);
  CHECK_FALSE(holds(page, "<script>"));
  CHECK_FALSE(holds(page, "\"'>"));
  CHECK_FALSE(holds(page, "\x01"));
  CHECK(holds(page, "&lt;script&gt;alert(1)&lt;/script&gt;&amp;\xEF\xBF\xBD"));
}

TEST_CASE("links lead nowhere but to harmless addresses") {
  for (const char* address :
       {"javascript:alert(1)", "//evil.example/", "data:text/html,x", " /x", "java\nscript:x",
        "\\\\evil.example", "/\\evil.example", "vbscript:x"}) {
    CAPTURE(address);
    CHECK(holds(write_html(link("x", address)), "href=\"#\""));
    CHECK(holds(write_html(form("send", {}, address)), "action=\"#\""));
  }
  for (const char* address :
       {"/read", "#nhs", "https://www.example.org/", "tel:01752", "mailto:a@b.c"}) {
    CAPTURE(address);
    CHECK(holds(write_html(link("x", address)), "href=\"" + std::string(address) + "\""));
  }
}

TEST_CASE("elements stand only where HTML lets them stand") {
  const Page page = make_page(every_kind());
  visit_elements(page.root, [](const Element& element) {
    CHECK_MESSAGE((element.text.empty() || element.children.empty()), element.tag);
    std::set<std::string> keys;
    for (const Element& child : element.children) {
      CHECK_MESSAGE(may_stand_in(element, child), element.tag << " > " << child.tag);
      CHECK_MESSAGE(keys.insert(child.key).second, child.key << " twice in " << element.tag);
    }
  });
}

TEST_CASE("ids are unique but for page headings, and every reference finds its id") {
  Document document = every_kind();
  // Two page headings stand in the document of every kind: the panel's and the heading's.
  for (Node& node : document.main.children) {
    if (node.kind == Kind::Panel) node.id = "panel-heading";
  }
  std::set<std::string> ids;
  const Page page = make_page(document);
  visit_elements(page.root, [&](const Element& element) {
    if (const std::string* id = find_attribute(element, "id")) {
      CHECK_MESSAGE(ids.insert(*id).second, *id);
    }
  });
  visit_elements(page.root, [&](const Element& element) {
    for (const char* name : {"for", "aria-labelledby", "aria-describedby"}) {
      const std::string* reference = find_attribute(element, name);
      if (reference == nullptr) continue;
      std::size_t from = 0;
      while (from < reference->size()) {
        const std::size_t to = std::min(reference->find(' ', from), reference->size());
        CHECK_MESSAGE(ids.count(reference->substr(from, to - from)) == 1, *reference);
        from = to + 1;
      }
    }
  });
  CHECK(ids.count("nhs") == 1);
}

TEST_CASE("the first option of a group has the group's id, so that an error's link reaches it") {
  const Element group_element = make_element(
      radios({.name = "nhs", .label = "NHS"}, {radio("yes", "Yes"), radio("no", "No")}), "nhs",
      "main", {}, makers());
  const Element* first = find_tag(group_element, "input");
  REQUIRE(first != nullptr);
  CHECK(*find_attribute(*first, "id") == "nhs");
}

TEST_CASE("a question that is the page's heading is an h1 in its legend or around its label") {
  Field field{.name = "q", .label = "Which?"};
  field.page_heading = true;
  const Element asked = make_element(radios(field, {radio("a", "A")}), "q", "main", {}, makers());
  REQUIRE(find_tag(asked, "legend") != nullptr);
  CHECK(find_tag(*find_tag(asked, "legend"), "h1") != nullptr);
  const Element typed = make_element(text_input(field), "q", "main", {}, makers());
  REQUIRE(find_tag(typed, "h1") != nullptr);
  CHECK(find_tag(*find_tag(typed, "h1"), "label") != nullptr);
}

TEST_CASE("a field names its hint and its message, hint first") {
  const std::string written = write_html(
      text_input({.name = "code", .label = "Code", .hint = "12 characters", .error = "Too short"}),
      Frame{.error_prefix = "Error:"});
  CHECK(holds(written, "aria-describedby=\"code-hint code-error\""));
  CHECK(holds(written, "aria-invalid=\"true\""));
  CHECK(holds(written, ">Error: </span>"));
}

TEST_CASE("a PIN is never written back into the page") {
  const std::string written =
      write_html(text_input({.name = "pin", .value = "4711", .input_mode = InputMode::Pin}));
  CHECK(holds(written, "type=\"password\""));
  CHECK(holds(written, "inputmode=\"numeric\""));
  CHECK_FALSE(holds(written, "4711"));
}

TEST_CASE("a form without script posts, so that what is in it stays out of addresses") {
  CHECK(holds(write_html(form("send", {})), "method=\"post\""));
  CHECK_FALSE(holds(write_html(form("send", {})), "method=\"get\""));
}

TEST_CASE("a text area's first line feed survives the parser") {
  CHECK(holds(write_html(text_area({.name = "note", .value = "\nOne"})), ">\n\nOne</textarea>"));
}

TEST_CASE("a paragraph that holds blocks is not a p") {
  const Node node = paragraph({list({"one"})});
  CHECK(write_html(node).substr(0, 4) == "<div");
}

TEST_CASE("runs of dark squares become one path with a quiet zone") {
  const std::string written = write_html(figure("qr", "Reference", "110 001 111"));
  CHECK(holds(written, "viewBox=\"-4 -4 11 11\""));
  CHECK(holds(written, "d=\"M0 0h2v1h-2zM2 1h1v1h-1zM0 2h3v1h-3z\""));
}

TEST_CASE("a figure's payload that is not squares draws nothing") {
  CHECK_FALSE(holds(write_html(figure("qr", "Reference", "hello")), "<svg"));
}

TEST_CASE("language and direction are said per node") {
  const std::string written = write_html(in_language("ar", paragraph("x"), Direction::RightToLeft));
  CHECK(holds(written, "lang=\"ar\" dir=\"rtl\""));
}

}  // namespace sayso::document
