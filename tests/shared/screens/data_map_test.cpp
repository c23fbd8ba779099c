#include "shared/screens/data_map.h"

#include <set>

#include "shared/screens/page.h"

#include "tests/shared/screens/all_screens.h"

using namespace sayso;
using namespace sayso::screens;
using namespace sayso::screens::test;
using document::Kind;
using document::Node;
using domain::State;

namespace {

constexpr State kStates[] = {State::NotAsked,  State::Agreed,     State::Refused,
                             State::Withdrawn, State::NotConsent, State::Objected};

// A notice that asks about so many sources, in turn with one, two and three kinds each.
domain::Notice notice_with_sources(std::size_t count) {
  domain::Notice notice = sayso::test::shipped_notice();
  domain::Purpose& join_up = notice.purposes[1];
  const domain::Organisation sample = notice.organisations[0];
  const domain::Question question = join_up.questions[0];
  join_up.questions.clear();
  for (std::size_t i = 0; i < count; ++i) {
    domain::Organisation source = sample;
    source.id = OrganisationId("source-" + std::to_string(i));
    source.name = "Source " + std::to_string(i);
    source.kinds.clear();
    for (std::size_t kind = 0; kind <= i % 3; ++kind)
      source.kinds.push_back(notice.kinds[(i + kind) % notice.kinds.size()].id);
    notice.organisations.push_back(source);
    join_up.questions.push_back(question);
    join_up.questions.back().organisation = source.id;
  }
  return notice;
}

std::vector<ChoiceLine> lines_of(const domain::Notice& notice, State state) {
  std::vector<ChoiceLine> lines;
  for (const auto& purpose : notice.purposes) {
    for (const auto& question : purpose.questions)
      lines.push_back({purpose.id, question.organisation, state, {}, false});
  }
  return lines;
}

HomeView view_of(const domain::Notice& notice, State state) {
  HomeView view;
  view.name = "Robin";
  view.choices = lines_of(notice, state);
  return view;
}

std::vector<const Node*> rows_of(const Node& figure) {
  std::vector<const Node*> rows;
  visit_nodes(figure, [&](const Node& node) {
    if (node.kind == Kind::TableRow && !node.header) rows.push_back(&node);
  });
  return rows;
}

}  // namespace

TEST_CASE("sources, the team and receivers each have their place in the map") {
  const domain::Notice notice = sayso::test::shipped_notice();
  const DataMap map = data_map(notice, lines_of(notice, State::Agreed), "");
  REQUIRE(map.sources.size() == 1);
  CHECK(map.sources[0].purpose == PurposeId("join-up"));
  CHECK(map.sources[0].lines.size() == 7);
  REQUIRE(map.uses.size() == 4);
  CHECK(map.uses[0].flow == Flow::Within);
  CHECK(map.uses[1].flow == Flow::Out);
  CHECK(map.uses[1].organisation == OrganisationId("dclg"));
  CHECK(map.sources[0].lines[2].kinds.size() == 3);
  CHECK(map.uses[1].kinds.empty());
}

TEST_CASE("every choice stands in the map once, with its state and the address of its choice") {
  for (const std::size_t count : {std::size_t{1}, std::size_t{7}, std::size_t{20}}) {
    const domain::Notice notice = notice_with_sources(count);
    for (const State state : kStates) {
      const auto choices = lines_of(notice, state);
      const DataMap map = data_map(notice, choices, "/for/2");
      std::vector<MapLine> all = map.uses;
      for (const MapGroup& group : map.sources)
        all.insert(all.end(), group.lines.begin(), group.lines.end());
      CHECK(all.size() == choices.size());
      std::set<std::size_t> numbers;
      for (const MapLine& line : all) {
        REQUIRE(line.number >= 1);
        REQUIRE(line.number <= choices.size());
        numbers.insert(line.number);
        CHECK(line.state == state);
        CHECK(line.purpose == choices[line.number - 1].purpose);
        CHECK(line.organisation == choices[line.number - 1].organisation);
        CHECK(line.address == "/for/2/home/" + std::to_string(line.number));
      }
      CHECK(numbers.size() == choices.size());
    }
  }
}

TEST_CASE("a choice that only an earlier notice named is still in the map") {
  const domain::Notice notice = sayso::test::shipped_notice();
  const DataMap map =
      data_map(notice,
               {{PurposeId("gone"), OrganisationId("gone-too"), State::Agreed, {}, false},
                {PurposeId("gone"), OrganisationId("police"), State::Agreed, {}, false}},
               "");
  REQUIRE(map.uses.size() == 1);
  CHECK(map.uses[0].organisation == OrganisationId("gone-too"));
  REQUIRE(map.sources.size() == 1);
  CHECK(map.sources[0].lines[0].organisation == OrganisationId("police"));
}

TEST_CASE("who both gives and receives goes by whom the purpose asks about beside them") {
  domain::Notice notice = sayso::test::shipped_notice();
  for (domain::Organisation& one : notice.organisations) {
    if (one.id == OrganisationId("dclg") || one.id == OrganisationId("nhs"))
      one.roles = {domain::OrganisationRole::Source, domain::OrganisationRole::Recipient};
  }
  const DataMap map = data_map(notice, lines_of(notice, State::Refused), "");
  CHECK(map.sources[0].lines.size() == 7);
  CHECK(map.uses[1].organisation == OrganisationId("dclg"));
}

TEST_CASE("the tables of the figure tell every line whole: who, what, state, and two ways on") {
  for (const State state : kStates) {
    World world;
    world.notice = notice_with_sources(7);
    const HomeView view = view_of(world.notice, state);
    const Node figure = data_map_figure(world.context(), view);
    const auto rows = rows_of(figure);
    REQUIRE(rows.size() == view.choices.size());
    for (const Node* row : rows) {
      REQUIRE(row->children.size() == 4);
      CHECK(row->tone == tone_of(state));
      for (const Node& cell : row->children) CHECK_FALSE(text_of(cell).empty());
      CHECK(row->children[0].header);
      CHECK(row->children[0].children[0].kind == Kind::Link);
      CHECK(row->children[2].children[0].kind == Kind::Tag);
      CHECK(row->children[3].children[0].kind == Kind::Link);
    }
    const std::string act = rows[0]->children[3].children[0].href;
    if (state == State::Agreed) CHECK(act == "/home/2/withdraw");
    if (state == State::NotConsent) CHECK(act == "/home/2/object");
    if (state == State::Refused) CHECK(act == "/home/2");
  }
}

TEST_CASE("a row counts the kinds of its line, and the different kinds let in so far") {
  World world;
  HomeView view = view_of(world.notice, State::Refused);
  view.choices[1].state = State::Agreed;  // NHS: drugs and alcohol, health
  view.choices[3].state = State::Agreed;  // police: three others
  view.choices[5].state = State::Agreed;  // probation: nothing new
  const Node figure = data_map_figure(world.context(), view);
  const auto rows = rows_of(figure);
  const std::vector<std::string> expected = {"2 2", "1 2", "3 5", "1 5", "2 5", "2 5",
                                             "2 5", "0 5", "0 5", "0 5", "0 5"};
  REQUIRE(rows.size() == expected.size());
  for (std::size_t i = 0; i < rows.size(); ++i) CHECK(rows[i]->payload == expected[i]);
}

TEST_CASE("what is signed and not yet acknowledged says so in the map") {
  World world;
  HomeView view = view_of(world.notice, State::Agreed);
  view.choices[0].waiting = true;
  const Node figure = data_map_figure(world.context(), view);
  CHECK(text_of(figure).find(world.words.text("home.waiting_line")) != std::string::npos);
}
