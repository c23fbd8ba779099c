// The page of promises says what the notice says, what can be shown, and what cannot.
#include "tests/shared/screens/all_screens.h"

using namespace sayso;
using namespace sayso::screens;
using namespace sayso::screens::test;
using document::Kind;
using document::Node;

namespace {

// All that one promise's section says; of the whole page where no promise is named.
std::string said_of(const Document& page, const std::string& promise = {}) {
  std::string said;
  const auto add = [&](const Node& one) { said += one.text + "\n" + one.label + "\n"; };
  if (promise.empty()) {
    visit_nodes(page, add);
    return said;
  }
  visit_nodes(page, [&](const Node& node) {
    if (node.key == promise) visit_nodes(node, add);
  });
  return said;
}

bool says(const std::string& said, const std::string& text) {
  return said.find(text) != std::string::npos;
}

domain::Evidence quiet_day() {
  domain::Evidence evidence;
  evidence.uses = domain::UseEvidence{};
  evidence.items = domain::ItemEvidence{};
  return evidence;
}

struct Page {
  World world;
  Document show(const domain::Evidence* evidence) const {
    return promises(world.context(), evidence);
  }
  std::string word(std::string_view key) const { return world.words.text(key); }
  std::string plural(std::string_view key, std::int64_t n) const {
    return world.words.plural(key, n);
  }
};

}  // namespace

TEST_CASE("each promise stands in the notice's own words, in its order, with all three rows") {
  const Page page;
  const domain::Evidence evidence = quiet_day();
  const auto document = page.show(&evidence);
  std::vector<std::string> headings;
  visit_nodes(document, [&](const Node& node) {
    if (node.kind == Kind::Heading && node.level == 2) headings.push_back(node.text);
  });
  std::vector<std::string> wordings;
  for (const auto& promise : page.world.notice.promises) {
    wordings.push_back(promise.wording);
    const std::string said = said_of(document, promise.id.value());
    CHECK(says(said, promise.plain));
    for (const char* row : {"promises.keeps.", "promises.rests."})
      CHECK(says(said, page.word(row + promise.id.value())));
  }
  CHECK(headings == wordings);
}

TEST_CASE("the page says what the promises bind, before the first of them") {
  const Page page;
  const std::string said = said_of(page.show(nullptr));
  const auto bind = said.find(page.world.notice.promises_bind);
  REQUIRE(bind != std::string::npos);
  CHECK(bind < said.find(page.world.notice.promises.front().wording));
}

TEST_CASE("what is late or held too long is said as it is") {
  const Page page;
  domain::Evidence evidence = quiet_day();
  evidence.requests = {3, 0};
  evidence.items = domain::ItemEvidence{3, 0, Date{2027, 1, 31}};
  auto document = page.show(&evidence);
  CHECK(says(said_of(document, "data-protection-act"), page.word("promises.late.none")));
  CHECK(says(said_of(document, "five-years"), page.word("promises.overdue.none")));
  CHECK(says(said_of(document, "five-years"), "31 January 2027"));
  evidence.requests.late = 2;
  evidence.items->overdue = 2;
  document = page.show(&evidence);
  CHECK(says(said_of(document, "data-protection-act"), page.plural("promises.late.some", 2)));
  CHECK(says(said_of(document, "five-years"), page.plural("promises.overdue.some", 2)));
  CHECK_FALSE(says(said_of(document), page.word("promises.late.none")));
  CHECK_FALSE(says(said_of(document), page.word("promises.overdue.none")));
}

TEST_CASE("a key that nobody confirmed is told neither uses nor items, and the way to them") {
  const Page page;
  const domain::Evidence evidence;
  const auto document = page.show(&evidence);
  for (const char* id : {"research-only", "five-years"})
    CHECK(says(said_of(document, id), page.word("promises.closed")));
  CHECK_FALSE(says(said_of(document), page.word("promises.items.none")));
  CHECK_FALSE(says(said_of(document), page.word("promises.by_others.none")));
  CHECK(says(said_of(document), page.word("uses.confirm")));
  const domain::Evidence confirmed = quiet_day();
  CHECK_FALSE(says(said_of(page.show(&confirmed)), page.word("uses.confirm")));
}

TEST_CASE("without an answer no figure is shown, and none is made up") {
  const Page page;
  const auto document = page.show(nullptr);
  for (const auto& promise : page.world.notice.promises)
    CHECK(says(said_of(document, promise.id.value()), page.word("promises.no_answer")));
  CHECK_FALSE(says(said_of(document), page.word("promises.requests.none")));
}

TEST_CASE("a promise that no program knows is said to rest on people") {
  Page page;
  page.world.notice.promises.push_back({domain::PromiseId("a-new-one"), "A new one.", "Plain."});
  const domain::Evidence evidence = quiet_day();
  const std::string said = said_of(page.show(&evidence), "a-new-one");
  CHECK(says(said, "A new one."));
  CHECK(says(said, page.word("promises.keeps.other")));
  CHECK(says(said, page.word("promises.no_figure")));
}
