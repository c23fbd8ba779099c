// The page that asks: what the signature says that people saw, they saw; and nobody is led to an
// answer.
#include "tests/shared/screens/all_screens.h"

using namespace sayso;
using namespace sayso::screens;
using namespace sayso::screens::test;
using document::Kind;
using document::Node;

namespace {

const char* kBases[] = {"", "/for/1"};

document::Document page_of(const World& world, std::size_t index, const std::string& base) {
  return purpose(world.context(), {index, base.empty() ? std::string() : world.child, {}, base});
}

// Every piece of text that stands on the page by itself.
std::set<std::string> texts_on(const document::Document& document) {
  std::set<std::string> texts;
  visit_nodes(document, [&](const Node& node) {
    texts.insert(node.text);
    texts.insert(node.label);
    texts.insert(node.hint);
  });
  return texts;
}

}  // namespace

TEST_CASE("every line that is signed as shown stands on the page that asks") {
  const World world;
  for (std::size_t i = 0; i < world.notice.purposes.size(); ++i) {
    const auto& asked = world.notice.purposes[i];
    for (const char* base : kBases) {
      const auto whom = *base ? domain::ForWhom::YourChild : domain::ForWhom::You;
      const auto texts = texts_on(page_of(world, i, base));
      for (const auto& question : asked.questions) {
        std::string rest = domain::shown_text(asked, question, whom);
        for (auto end = rest.find('\n'); end != std::string::npos; end = rest.find('\n')) {
          const std::string line = rest.substr(0, end);
          CAPTURE(line);
          CHECK(texts.count(line) == 1);
          rest.erase(0, end + 1);
        }
        CHECK(rest.empty());
      }
    }
  }
}

TEST_CASE("nothing is picked on a fresh page") {
  const World world;
  for (std::size_t i = 0; i < world.notice.purposes.size(); ++i) {
    for (const char* base : kBases) {
      visit_nodes(page_of(world, i, base), [](const Node& node) {
        CHECK_FALSE(node.checked);
        if (node.kind == Kind::Radios) CHECK(node.value.empty());
      });
    }
  }
}

TEST_CASE("yes and no are asked for each organisation by itself, and weigh the same") {
  const World world;
  for (std::size_t i = 0; i < world.notice.purposes.size(); ++i) {
    const auto& asked = world.notice.purposes[i];
    if (domain::remedy_of(asked) != domain::Remedy::AgreeOrRefuse) continue;
    std::size_t groups = 0;
    visit_nodes(page_of(world, i, ""), [&](const Node& node) {
      if (node.kind != Kind::Radios) return;
      ++groups;
      REQUIRE(node.children.size() == 2);
      CHECK(node.children[0].value != node.children[1].value);
      CHECK(node.children[0].style == node.children[1].style);
      CHECK(node.children[0].tone == node.children[1].tone);
      CHECK_FALSE(node.children[0].hint.empty());
      CHECK_FALSE(node.children[1].hint.empty());
    });
    CHECK(groups == asked.questions.size());
  }
}

TEST_CASE("no to all may be offered, yes to all never") {
  const World world;
  for (std::size_t i = 0; i < world.notice.purposes.size(); ++i) {
    std::set<std::string> actions;
    visit_nodes(page_of(world, i, ""), [&](const Node& node) {
      if (node.kind == Kind::Button) actions.insert(node.action);
    });
    actions.erase("");
    actions.erase(kActionNoToAll);
    CHECK(actions.empty());
  }
}

TEST_CASE("where the basis is not consent the page says so and offers to object") {
  const World world;
  bool any = false;
  for (std::size_t i = 0; i < world.notice.purposes.size(); ++i) {
    if (domain::remedy_of(world.notice.purposes[i]) != domain::Remedy::Object) continue;
    any = true;
    const auto document = page_of(world, i, "");
    CHECK(texts_on(document).count(world.words.text("purpose.not_consent")) == 1);
    std::size_t radios = 0;
    visit_nodes(document, [&](const Node& node) { radios += node.kind == Kind::Radios ? 1 : 0; });
    CHECK(radios == 0);
  }
  CHECK(any);
}

TEST_CASE("what has been picked is shown back, on the page and among the answers") {
  World world;
  const auto& asked = world.notice.purposes.at(1);
  for (const auto& question : asked.questions)
    world.fields[choice_field(asked.id, question.organisation)] = "no";
  std::size_t picked = 0;
  visit_nodes(page_of(world, 1, ""), [&](const Node& node) {
    if (node.kind != Kind::Radios) return;
    for (const Node& option : node.children) {
      CHECK(option.checked == (option.value == "no"));
      picked += option.checked ? 1 : 0;
    }
  });
  CHECK(picked == asked.questions.size());
  const auto texts = texts_on(check_answers(world.context(), {}));
  CHECK(texts.count(world.words.text("check.not_answered")) == 1);
}

TEST_CASE("questions that changed are marked, and only those") {
  const World world;
  const auto& asked = world.notice.purposes.at(1);
  const PurposeView view{1, {}, {asked.questions.at(2).organisation}, {}};
  std::size_t marks = 0;
  visit_nodes(purpose(world.context(), view), [&](const Node& node) {
    marks += node.kind == Kind::Radios && node.hint == world.words.text("purpose.changed") ? 1 : 0;
  });
  CHECK(marks == 1);
}
