#include "shared/domain/choices.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "tests/support/shipped_content.h"

using namespace sayso;
using namespace sayso::domain;

namespace {

const PersonId kMother("mother");
const PersonId kFather("father");
const PersonId kChild("child");
const PurposeId kJoinUp("join-up");
const PurposeId kSupport("find-and-support");
const OrganisationId kNhs("nhs");
const OrganisationId kPolice("police");
const OrganisationId kTeam("turnaround-plus");

Made made(std::uint64_t index, const PersonId& by, Role role) {
  Made when;
  when.index = EntryIndex(index);
  when.server_time = {static_cast<std::int64_t>(index) * 60};
  when.device_time = when.server_time;
  when.expressed_by = by;
  when.role = role;
  return when;
}

Statement own(std::uint64_t index, const PersonId& person, const OrganisationId& organisation,
              Decision decision) {
  return {person, kJoinUp, organisation, decision, made(index, person, Role::Self)};
}

Statement by_parent(std::uint64_t index, const PersonId& parent, Decision decision) {
  return {kChild, kJoinUp, kNhs, decision, made(index, parent, Role::Parent)};
}

Objection objection(std::uint64_t index, const PersonId& person) {
  return {person, kSupport, kTeam, made(index, person, Role::Self)};
}

State gate(const std::vector<Statement>& statements, Group group) {
  static const Notice notice = test::shipped_notice();
  return effective_state(statements, {}, *find_purpose(notice, kJoinUp), kNhs, kChild, group);
}

}  // namespace

TEST_CASE(
    "before anybody says anything every choice stands as not asked, or as no matter of consent") {
  const auto choices = fold_choices({}, {}, test::shipped_notice(), kMother, kMother);
  REQUIRE(choices.size() == 11);
  for (const Choice& choice : choices) {
    CHECK(choice.history.empty());
    CHECK(choice.in_notice);
    CHECK(choice.state == (choice.purpose == kSupport ? State::NotConsent : State::NotAsked));
  }
}

TEST_CASE("the newest entry of the log is in force, in whatever order statements are handed in") {
  const Notice notice = test::shipped_notice();
  const std::vector<Statement> statements{
      own(7, kMother, kNhs, Decision::Withdrawn), own(2, kMother, kNhs, Decision::Agreed),
      own(3, kMother, kPolice, Decision::Refused), own(9, kMother, kNhs, Decision::Agreed)};
  const auto choices = fold_choices(statements, {}, notice, kMother, kMother);
  const Choice* nhs = find_choice(choices, kJoinUp, kNhs);
  REQUIRE(nhs != nullptr);
  CHECK(nhs->state == State::Agreed);
  REQUIRE(nhs->history.size() == 3);
  CHECK(nhs->history[0].became == State::Agreed);
  CHECK(nhs->history[1].became == State::Withdrawn);
  CHECK(nhs->history[2].made.index == EntryIndex(9));
  CHECK(find_choice(choices, kJoinUp, kPolice)->state == State::Refused);
  CHECK(find_choice(choices, kJoinUp, OrganisationId("dwp"))->state == State::NotAsked);
}

TEST_CASE("a yes to one organisation or purpose is a yes to no other") {
  const std::vector<Statement> statements{own(1, kMother, kNhs, Decision::Agreed)};
  const auto choices = fold_choices(statements, {}, test::shipped_notice(), kMother, kMother);
  const auto agreed = std::count_if(choices.begin(), choices.end(),
                                    [](const Choice& c) { return c.state == State::Agreed; });
  CHECK(agreed == 1);
}

TEST_CASE("what others said about themselves changes nothing") {
  const std::vector<Statement> statements{own(1, kFather, kNhs, Decision::Agreed)};
  const auto with = fold_choices(statements, {}, test::shipped_notice(), kMother, kMother);
  CHECK(find_choice(with, kJoinUp, kNhs)->state == State::NotAsked);
  CHECK(find_choice(with, kJoinUp, kNhs)->history.empty());
}

TEST_CASE("each parent sees their own answer for a child, never the other's") {
  const std::vector<Statement> statements{by_parent(1, kMother, Decision::Agreed),
                                          by_parent(2, kFather, Decision::Refused)};
  const Notice notice = test::shipped_notice();
  const auto mothers = fold_choices(statements, {}, notice, kChild, kMother);
  const auto fathers = fold_choices(statements, {}, notice, kChild, kFather);
  CHECK(find_choice(mothers, kJoinUp, kNhs)->state == State::Agreed);
  CHECK(find_choice(mothers, kJoinUp, kNhs)->history.size() == 1);
  CHECK(find_choice(fathers, kJoinUp, kNhs)->state == State::Refused);
  CHECK(find_choice(fathers, kJoinUp, kNhs)->history.size() == 1);
}

TEST_CASE("either parent's no wins over the other's yes, whichever came first") {
  const auto yes = [](std::uint64_t index, const PersonId& parent) {
    return by_parent(index, parent, Decision::Agreed);
  };
  const auto no = [](std::uint64_t index, const PersonId& parent) {
    return by_parent(index, parent, Decision::Refused);
  };
  CHECK(gate({}, Group::Child) == State::NotAsked);
  CHECK(gate({yes(1, kMother)}, Group::Child) == State::Agreed);
  CHECK(gate({yes(1, kMother), yes(2, kFather)}, Group::Child) == State::Agreed);
  CHECK(gate({yes(1, kMother), no(2, kFather)}, Group::Child) == State::Refused);
  CHECK(gate({no(1, kFather), yes(2, kMother)}, Group::Child) == State::Refused);
  CHECK(gate({yes(1, kMother), yes(2, kFather), by_parent(3, kMother, Decision::Withdrawn)},
             Group::Child) == State::Withdrawn);
  // The no is taken back by the one who gave it, and by nobody else.
  CHECK(gate({no(1, kFather), yes(2, kMother), yes(3, kFather)}, Group::Child) == State::Agreed);
  CHECK(gate({no(1, kFather), yes(2, kMother), yes(3, kMother)}, Group::Child) == State::Refused);
}

TEST_CASE("from 13 on a parent's answer counts no more, and the person's own does") {
  const std::vector<Statement> parents{by_parent(1, kMother, Decision::Agreed)};
  CHECK(gate(parents, Group::Young) == State::NotAsked);
  std::vector<Statement> both = parents;
  both.push_back(own(2, kChild, kNhs, Decision::Refused));
  CHECK(gate(both, Group::Young) == State::Refused);
  CHECK(gate(both, Group::Adult) == State::Refused);
  CHECK(gate(both, Group::Child) == State::Agreed);
}

TEST_CASE("an objection shows where the basis is not consent") {
  const Notice notice = test::shipped_notice();
  const std::vector<Objection> objections{objection(4, kMother)};
  const auto choices = fold_choices({}, objections, notice, kMother, kMother);
  CHECK(find_choice(choices, kSupport, kTeam)->state == State::Objected);
  CHECK(effective_state({}, objections, *find_purpose(notice, kSupport), kTeam, kMother,
                        Group::Adult) == State::Objected);
  CHECK(effective_state({}, objections, *find_purpose(notice, kSupport), kTeam, kFather,
                        Group::Adult) == State::NotConsent);
}

TEST_CASE("a decision about what is no matter of consent leaves a trace and no state") {
  const Notice notice = test::shipped_notice();
  Statement stray = own(1, kMother, kTeam, Decision::Agreed);
  stray.purpose = kSupport;
  const std::vector<Statement> statements{stray};
  const auto choices = fold_choices(statements, {}, notice, kMother, kMother);
  CHECK(find_choice(choices, kSupport, kTeam)->state == State::NotConsent);
  CHECK(find_choice(choices, kSupport, kTeam)->history.size() == 1);
  CHECK(effective_state(statements, {}, *find_purpose(notice, kSupport), kTeam, kMother,
                        Group::Adult) == State::NotConsent);
}

TEST_CASE("a choice that only an earlier notice offered is kept, at the end") {
  const OrganisationId homes("housing");
  const std::vector<Statement> statements{own(1, kMother, homes, Decision::Agreed)};
  const auto choices = fold_choices(statements, {}, test::shipped_notice(), kMother, kMother);
  REQUIRE(choices.size() == 12);
  CHECK(choices.back().organisation == homes);
  CHECK_FALSE(choices.back().in_notice);
  CHECK(choices.back().state == State::Agreed);
}

TEST_CASE("only a standing yes can be taken back") {
  for (const State state : {State::NotAsked, State::Refused, State::Withdrawn}) {
    CHECK_FALSE(may_follow(state, Decision::Withdrawn));
    CHECK(may_follow(state, Decision::Agreed));
    CHECK(may_follow(state, Decision::Refused));
  }
  CHECK(may_follow(State::Agreed, Decision::Withdrawn));
  for (const State state : {State::NotConsent, State::Objected}) {
    for (const Decision decision : {Decision::Agreed, Decision::Refused, Decision::Withdrawn})
      CHECK_FALSE(may_follow(state, decision));
  }
}

TEST_CASE("a device's clock is off when it is more than a day from the server's") {
  const Instant server{1'800'000'000};
  const auto judge = [&](std::int64_t apart) {
    return judge_device_clock({server.unix_seconds + apart}, server);
  };
  CHECK(judge(0) == DeviceClock::Good);
  CHECK(judge(kClockToleranceSeconds) == DeviceClock::Good);
  CHECK(judge(-kClockToleranceSeconds) == DeviceClock::Good);
  CHECK(judge(kClockToleranceSeconds + 1) == DeviceClock::Off);
  CHECK(judge(-10LL * 365 * 86'400) == DeviceClock::Off);
}

TEST_CASE("the names of decisions and roles lead back to them") {
  for (const Decision decision : {Decision::Agreed, Decision::Refused, Decision::Withdrawn})
    CHECK(find_decision(name_of(decision)) == decision);
  for (const Role role : {Role::Self, Role::Parent}) CHECK(find_role(name_of(role)) == role);
  CHECK_FALSE(find_decision("objected").has_value());
}
