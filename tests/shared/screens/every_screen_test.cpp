// What holds for every screen, whatever it shows.
#include <algorithm>
#include <cctype>

#include "shared/components/page_template/page.h"
#include "shared/document/html.h"
#include "tests/shared/screens/all_screens.h"

using namespace sayso;
using namespace sayso::screens;
using namespace sayso::screens::test;
using document::Kind;
using document::Node;

namespace {

World at_fault() {
  World world;
  world.problem = "problem.network";
  world.busy = true;
  world.signed_in = true;
  for (const auto& purpose : world.notice.purposes) {
    for (const auto& question : purpose.questions)
      world.fields[choice_field(purpose.id, question.organisation)] = "no";
  }
  return world;
}

// Names as long as a line and as hostile as markup.
World at_the_edge() {
  World world = at_fault();
  world.problem.clear();
  world.signed_in = false;
  world.can_speak = true;
  world.settings = decode_settings("text=150 view=simple aloud=on");
  world.name = std::string(300, 'W') + "<script>alert(1)</script>&\"'";
  world.child = "\u202eKit\u202c {name} {n} </p><h1>x</h1> " + std::string(200, 'm');
  for (const char* field : {kFieldCode, kFieldReason, kFieldContactDetail, kFieldContactTimes})
    world.fields[field] = "\"><img src=x onerror=alert(1)>";
  world.fields["ways:none"] = world.fields["delete:yes"] = "yes";
  world.notice.purposes[1].name = "<b>purpose</b>";
  world.notice.organisations[0].name = "</title><script>";
  world.open = {"where", "forgot", "by-hand", "signed-what"};
  return world;
}

const std::vector<Screen>& screens_of_all_worlds() {
  static const std::vector<Screen> screens = [] {
    std::vector<Screen> all;
    for (const World& world : {World(), at_fault(), at_the_edge()}) {
      for (Screen& screen : all_screens(world)) all.push_back(std::move(screen));
    }
    return all;
  }();
  return screens;
}

std::size_t count_of(const std::string& text, const std::string& piece) {
  std::size_t count = 0;
  for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++count;
  return count;
}

// The values of an attribute, in order.
std::vector<std::string> values_of(const std::string& html, const std::string& attribute) {
  std::vector<std::string> values;
  const std::string start = " " + attribute + "=\"";
  for (auto at = html.find(start); at != std::string::npos; at = html.find(start, at + 1)) {
    const auto from = at + start.size();
    values.push_back(html.substr(from, html.find('"', from) - from));
  }
  return values;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

bool is_control(const Node& node) {
  return node.kind == Kind::Button || node.kind == Kind::Link || node.kind == Kind::BackLink ||
         node.kind == Kind::Radios || node.kind == Kind::Radio || node.kind == Kind::Checkboxes ||
         node.kind == Kind::Checkbox || node.kind == Kind::TextInput ||
         node.kind == Kind::TextArea || node.kind == Kind::FileInput ||
         node.kind == Kind::Details || node.kind == Kind::Progress || node.kind == Kind::Figure ||
         node.kind == Kind::SummaryRow || node.kind == Kind::Banner || node.kind == Kind::Panel;
}

// Words that nobody's history or downloads may hold.
constexpr const char* kTelling[] = {"police",     "court",   "probation", "anti-social", "violen",
                                    "drug",       "alcohol", "health",    "offend",      "troubled",
                                    "justice",    "famil",   "crime",     "nhs",         "truan",
                                    "turnaround", "youth",   "abuse"};

}  // namespace

TEST_CASE("every screen has exactly one page heading") {
  for (const Screen& screen : screens_of_all_worlds()) {
    CAPTURE(screen.name);
    const std::string html = document::write_html(screen.document);
    CHECK(count_of(html, "<h1") == 1);
    CHECK(count_of(html, "id=\"page-heading\"") <= 1);
  }
}

TEST_CASE("every id stands once on a page, and every link within it leads somewhere") {
  for (const Screen& screen : screens_of_all_worlds()) {
    CAPTURE(screen.name);
    const std::string html = document::write_html(screen.document);
    const auto list = values_of(html, "id");
    std::set<std::string> ids;
    for (const std::string& id : list) {
      CAPTURE(id);
      CHECK(ids.insert(id).second);
    }
    for (const std::string& target : values_of(html, "href")) {
      if (target.empty() || target[0] != '#') continue;
      CAPTURE(target);
      CHECK(ids.count(target.substr(1)) == 1);
    }
  }
}

TEST_CASE("keys of siblings differ, so that the page can be followed from state to state") {
  for (const Screen& screen : screens_of_all_worlds()) {
    CAPTURE(screen.name);
    visit_nodes(screen.document, [&](const Node& node) {
      std::set<std::string> keys;
      for (std::size_t i = 0; i < node.children.size(); ++i) {
        const std::string key = document::key_of(node, i);
        CAPTURE(key);
        CHECK(keys.insert(key).second);
        CHECK(key.find('/') == std::string::npos);
      }
    });
  }
}

TEST_CASE("whatever can be used has a name, and no heading is empty") {
  for (const Screen& screen : screens_of_all_worlds()) {
    CAPTURE(screen.name);
    CHECK_FALSE(screen.document.title.empty());
    visit_nodes(screen.document, [&](const Node& node) {
      CAPTURE(static_cast<int>(node.kind));
      CAPTURE(node.key);
      if (is_control(node)) CHECK_FALSE(node.label.empty());
      if (node.kind == Kind::Heading || node.kind == Kind::Paragraph || node.kind == Kind::ListItem)
        CHECK_FALSE(text_of(node).empty());
      if (node.kind == Kind::List) CHECK_FALSE(node.children.empty());
    });
  }
}

TEST_CASE("titles and addresses tell nobody what they are about") {
  for (const World& world : {World(), at_fault()}) {
    for (const Screen& screen : all_screens(world)) {
      const std::string seen = lower(screen.document.title + " " + screen.document.address);
      CAPTURE(seen);
      for (const char* telling : kTelling) CHECK(seen.find(telling) == std::string::npos);
      CHECK(seen.find("kit") == std::string::npos);
      CHECK(seen.find("robin") == std::string::npos);
    }
  }
  const std::string file =
      lower(World().words.text("receipt.file_name", {{"reference", "7QK3M-0XR5T"}}));
  for (const char* telling : kTelling) CHECK(file.find(telling) == std::string::npos);
}

TEST_CASE("links lead to addresses of this service or to its people, and text stays text") {
  for (const Screen& screen : screens_of_all_worlds()) {
    CAPTURE(screen.name);
    visit_nodes(screen.document, [&](const Node& node) {
      if (node.kind == Kind::Link || node.kind == Kind::BackLink) {
        CAPTURE(node.href);
        REQUIRE_FALSE(node.href.empty());
        const bool is_here =
            node.href[0] == '#' || (node.href[0] == '/' && node.href.substr(0, 2) != "//");
        const bool is_people =
            node.href.rfind("tel:", 0) == 0 || node.href.rfind("mailto:", 0) == 0;
        const bool is_regulator = node.href.rfind("https://", 0) == 0 && screen.name == "help";
        CHECK((is_here || is_people || is_regulator));
      }
    });
    const std::string html = document::write_html(screen.document);
    CHECK(html.find("<script>") == std::string::npos);
    CHECK(html.find("<img") == std::string::npos);
    CHECK(html.find("<b>") == std::string::npos);
  }
}

TEST_CASE("when something is wrong the page says so in its title and above its heading") {
  for (const Screen& screen : all_screens(at_fault())) {
    CAPTURE(screen.name);
    const std::string html = document::write_html(screen.document);
    const auto summary = html.find("id=\"error-summary\"");
    REQUIRE(summary != std::string::npos);
    CHECK(summary < html.find("<h1"));
  }
}

TEST_CASE("a screen made twice from the same is the same") {
  const World world = at_the_edge();
  const auto once = all_screens(world);
  const auto twice = all_screens(world);
  REQUIRE(once.size() == twice.size());
  for (std::size_t i = 0; i < once.size(); ++i) CHECK(once[i].document == twice[i].document);
}
