// Every component in each of its states: a component that is added is tested.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "shared/components/gallery.h"
#include "shared/components/layout.h"
#include "shared/components/page_template/page.h"
#include "shared/encoding/words_json.h"
#include "shared/paint/paint.h"
#include "tests/shared/paint/facts.h"
#include "tests/shared/paint/fake_text.h"
#include "tests/shared/paint/recorder.h"

namespace sayso::components {
namespace {

using document::Document;
using document::Element;
using document::find_attribute;
using document::Kind;
using document::Node;
using document::Part;

const std::filesystem::path source = SAYSO_SOURCE_DIR;

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

const domain::Words& words() {
  static const auto read_words = encoding::decode_words(read(source / "assets/gallery/en.json"));
  if (!read_words)
    for (const encoding::LineProblem& problem : read_words.error())
      MESSAGE(problem.line, ": ", problem.what);
  REQUIRE(read_words.has_value());
  return *read_words;
}

Document page_of(std::string_view name) {
  return gallery(words(), "/gallery/" + std::string(name), {});
}

void each_component(const std::function<void(std::string_view, const Document&)>& see) {
  for (const Component& component : all_components()) {
    const std::string name(component.name);
    CAPTURE(name);
    see(name, page_of(name));
  }
}

void visit(const Element& element, const std::function<void(const Element&)>& see) {
  see(element);
  for (const Element& child : element.children) visit(child, see);
}

void visit(const Node& node, const std::function<void(const Node&)>& see) {
  see(node);
  for (const Node& child : node.children) visit(child, see);
}

bool is_control(const Element& element) {
  return element.tag == "input" || element.tag == "select" || element.tag == "textarea" ||
         element.tag == "progress";
}

}  // namespace

TEST_CASE("every component's folder has its criteria, its states, its elements and its examples") {
  std::set<std::string> named;
  for (const Component& component : all_components()) {
    const std::filesystem::path folder = source / "shared/components" / component.name;
    CAPTURE(folder.string());
    named.insert(std::string(component.name));
    const std::string told = read(folder / "README.md");
    CHECK(told.find("Accessibility criteria:\n- ") != std::string::npos);
    CHECK(told.find("States: ") != std::string::npos);
    CHECK_FALSE(component.examples(words(), {}).empty());
  }
  for (const auto& folder : std::filesystem::directory_iterator(source / "shared/components")) {
    if (folder.is_directory()) CHECK(named.count(folder.path().filename().string()) == 1);
  }
}

TEST_CASE("the gallery shows every kind of node") {
  std::set<Kind> seen;
  each_component([&](std::string_view, const Document& page) {
    visit(page.main, [&](const Node& node) { seen.insert(node.kind); });
    for (const Node& node : page.back) seen.insert(node.kind);
  });
  for (const char* name : {"dialog", "timeout_warning"}) {
    State state;
    press(state, std::string("dialog:") + name);
    const Document page = gallery(words(), "/gallery/dialog", state);
    REQUIRE(page.dialog.size() == 1);
    seen.insert(page.dialog.front().kind);
  }
  std::size_t missing = 0;
  for (std::size_t kind = 0; kind < document::kind_count; ++kind) {
    const bool unseen = seen.count(static_cast<Kind>(kind)) == 0;
    missing += unseen;
    // Nothing in the gallery is sent anywhere.
    if (unseen) CHECK(static_cast<Kind>(kind) == Kind::Form);
  }
  CHECK(missing == 1);
}

TEST_CASE("ids are unique, every control has its label, and what is referred to is there") {
  each_component([](std::string_view, const Document& page) {
    std::map<std::string, int> ids;
    std::set<std::string> labelled;
    const document::Page made = make_page(page);
    visit(made.root, [&](const Element& element) {
      if (const std::string* id = find_attribute(element, "id")) ++ids[*id];
      if (const std::string* target = find_attribute(element, "for")) labelled.insert(*target);
    });
    for (const auto& entry : ids) CHECK_MESSAGE(entry.second == 1, entry.first);
    visit(made.root, [&](const Element& element) {
      if (is_control(element)) {
        const std::string* id = find_attribute(element, "id");
        REQUIRE(id != nullptr);
        CHECK_MESSAGE(labelled.count(*id) == 1, *id);
      }
      for (const char* name : {"aria-describedby", "aria-labelledby", "aria-controls"}) {
        const std::string* list = find_attribute(element, name);
        if (list == nullptr) continue;
        std::istringstream each(*list);
        for (std::string id; each >> id;) CHECK_MESSAGE(ids.count(id) == 1, id);
      }
    });
  });
}

TEST_CASE("everything is painted within its page and nothing on top of another, at every size") {
  each_component([](std::string_view, const Document& page) {
    for (const float width : {320.0F, 390.0F, 768.0F, 1280.0F}) {
      for (const float scale : {1.0F, 2.0F}) {
        CAPTURE(width);
        CAPTURE(scale);
        const paint::Layout made = paint::layout(page, width, scale, paint::FakeText());
        CHECK(paint::uncovered_text(made) == paint::Wrongs{});
        CHECK(paint::sticking_out(made) == paint::Wrongs{});
        CHECK(paint::overlaps(made) == paint::Wrongs{});
      }
    }
  });
}

TEST_CASE("every control that can be used has its place over the canvas") {
  each_component([](std::string_view, const Document& page) {
    const paint::Layout made = paint::layout(page, 390, 1, paint::FakeText());
    std::set<std::string> placed;
    for (const paint::Piece& piece : made.pieces) {
      if (piece.boxed && piece.box.height >= 20 && piece.box.width > 0) placed.insert(piece.path);
    }
    bool hidden = false;
    std::function<void(const Element&)> see = [&](const Element& element) {
      const bool was = hidden;
      // What is in a section that is shut or in a tab that is not seen has no place.
      hidden = hidden || find_attribute(element, "hidden") != nullptr ||
               (element.tag == "details" && find_attribute(element, "open") == nullptr);
      const bool control = is_control(element) || element.tag == "a" || element.tag == "button";
      if (control && !hidden && !element.path.empty())
        CHECK_MESSAGE(placed.count(element.path) == 1, element.path);
      for (const Element& child : element.children) see(child);
      hidden = was;
    };
    const document::Page elements = make_page(page);
    for (const Element& child : elements.root.children) {
      if (child.tag == "main") see(child);
    }
  });
}

TEST_CASE("focus, pointing and pressing can be seen on every painted control, in every scheme") {
  each_component([](std::string_view, const Document& page) {
    const paint::Layout made = paint::layout(page, 390, 1, paint::FakeText());
    const auto picture = [&](const paint::Attention& attention, paint::Scheme scheme) {
      paint::Recorder canvas;
      paint::paint(made, paint::theme(scheme), attention, {0, made.height}, paint::FakeText(),
                   canvas);
      return canvas;
    };
    for (const auto scheme : {paint::Scheme::Light, paint::Scheme::Dark,
                              paint::Scheme::HighContrast, paint::Scheme::HighContrastDark}) {
      const paint::Colour yellow = paint::theme(scheme).focus;
      for (const paint::Piece& piece : made.pieces) {
        if (!piece.link && !piece.button) continue;
        CAPTURE(piece.path);
        const paint::Recorder rest = picture({}, scheme);
        const paint::Recorder focused = picture({.focused = piece.path}, scheme);
        CHECK(rest.count("fill", yellow) == 0);
        CHECK(focused.count("fill", yellow) > 0);
      }
    }
  });
}

TEST_CASE(
    "every component prints its words, and nothing is meant for the screen alone but what is "
    "pressed") {
  each_component([](std::string_view name, const Document& page) {
    const std::string html = write_html(page);
    CHECK(html.find("<!doctype html>") == 0);
    for (const Example& example :
         std::find_if(all_components().begin(), all_components().end(), [&](const Component& one) {
           return one.name == name;
         })->examples(words(), {})) {
      CHECK(html.find(document::escape_html(example.state)) != std::string::npos);
      for (const Node& node : example.nodes) CHECK_FALSE(node.screen_only);
    }
  });
}

TEST_CASE("every address of the gallery shows a page of its own, and others the list") {
  std::set<std::string> titles;
  each_component([&](std::string_view, const Document& page) { titles.insert(page.title); });
  CHECK(titles.size() == all_components().size());
  const Document list = gallery(words(), "/gallery", {});
  CHECK(gallery(words(), "/gallery/nothing", {}) == list);
  std::size_t links = 0;
  visit(list.main, [&](const Node& node) { links += node.kind == Kind::Link; });
  CHECK(links == all_components().size());
}

TEST_CASE("without the client tabs are a list of links and all sections; with it one is seen") {
  Document page = page_of("tabs");
  const std::string with = write_html(page);
  page.frame.live = false;
  const std::string without = write_html(page);
  CHECK(with.find("role=\"tablist\"") != std::string::npos);
  CHECK(with.find("hidden=\"\"") != std::string::npos);
  CHECK(without.find("role=\"tab") == std::string::npos);
  CHECK(without.find("hidden=\"\"") == std::string::npos);
  CHECK(without.find("href=\"#tab-year\"") != std::string::npos);
}

TEST_CASE("what is pressed shows: a tab, a dialog and its end") {
  State state;
  press(state, "tab:tab-year");
  bool open = false;
  visit(gallery(words(), "/gallery/tabs", state).main, [&](const Node& node) {
    if (node.kind == Kind::Tab && node.id == "tab-year") open = node.open;
  });
  CHECK(open);
  press(state, "dialog:dialog");
  CHECK(gallery(words(), "/gallery/dialog", state).dialog.size() == 1);
  press(state, "dialog:");
  CHECK(gallery(words(), "/gallery/dialog", state).dialog.empty());
}

}  // namespace sayso::components
