#include "shared/domain/choices.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "shared/domain/name_table.h"

namespace sayso::domain {
namespace {

constexpr NameTable<Decision, 3> kDecisions{{{Decision::Agreed, "agreed"},
                                             {Decision::Refused, "refused"},
                                             {Decision::Withdrawn, "withdrawn"}}};

constexpr NameTable<State, 6> kStates{{{State::NotAsked, "not-asked"},
                                       {State::Agreed, "agreed"},
                                       {State::Refused, "refused"},
                                       {State::Withdrawn, "withdrawn"},
                                       {State::NotConsent, "not-consent"},
                                       {State::Objected, "objected"}}};

constexpr NameTable<Role, 2> kRoles{{{Role::Self, "self"}, {Role::Parent, "parent"}}};

State state_after(Decision decision) {
  switch (decision) {
    case Decision::Agreed:
      return State::Agreed;
    case Decision::Refused:
      return State::Refused;
    case Decision::Withdrawn:
      return State::Withdrawn;
  }
  BUG("a decision without a state");
  return State::NotAsked;
}

State state_before_anything(Remedy remedy) {
  return remedy == Remedy::AgreeOrRefuse ? State::NotAsked : State::NotConsent;
}

using Subject = std::pair<PurposeId, OrganisationId>;
using Histories = std::map<Subject, std::vector<Moment>>;

bool in_log_order(const Moment& a, const Moment& b) { return a.made.index < b.made.index; }

Histories histories_by(std::span<const Statement> statements, std::span<const Objection> objections,
                       const PersonId& about, const PersonId& viewer) {
  Histories histories;
  for (const Statement& said : statements) {
    if (said.about != about || said.made.expressed_by != viewer) continue;
    histories[{said.purpose, said.organisation}].push_back({state_after(said.decision), said.made});
  }
  for (const Objection& said : objections) {
    if (said.about != about || said.made.expressed_by != viewer) continue;
    histories[{said.purpose, said.organisation}].push_back({State::Objected, said.made});
  }
  for (auto& [subject, history] : histories) {
    std::stable_sort(history.begin(), history.end(), in_log_order);
  }
  return histories;
}

// Where the basis is not consent only an objection says anything, and the reverse.
bool speaks_to(State state, Remedy remedy) {
  return (state == State::Objected) == (remedy == Remedy::Object);
}

State state_in_force(const std::vector<Moment>& history, Remedy remedy) {
  for (auto moment = history.rbegin(); moment != history.rend(); ++moment) {
    if (speaks_to(moment->became, remedy)) return moment->became;
  }
  return state_before_anything(remedy);
}

// Of a purpose that the notice no longer has, the last word tells what it was.
State state_of_old(const std::vector<Moment>& history) { return history.back().became; }

Choice choice_in_notice(const Purpose& purpose, const Question& question, Histories& histories) {
  Choice choice{purpose.id, question.organisation, State::NotAsked, {}, true};
  const auto found = histories.find({purpose.id, question.organisation});
  if (found != histories.end()) {
    choice.history = std::move(found->second);
    histories.erase(found);
  }
  choice.state = state_in_force(choice.history, remedy_of(purpose));
  return choice;
}

// Whose word counts: parents' for a child, the person's own from 13 on.
bool counts_for(const Made& made, Group group) {
  return made.role == (group == Group::Child ? Role::Parent : Role::Self);
}

// Everybody whose word counts, each with what they last said.
std::set<PersonId> voices(std::span<const Statement> statements,
                          std::span<const Objection> objections, const PersonId& about,
                          Group group) {
  std::set<PersonId> found;
  for (const Statement& said : statements) {
    if (said.about == about && counts_for(said.made, group)) found.insert(said.made.expressed_by);
  }
  for (const Objection& said : objections) {
    if (said.about == about && counts_for(said.made, group)) found.insert(said.made.expressed_by);
  }
  return found;
}

// A no outweighs a yes, and any word outweighs silence.
int weight(State state) {
  switch (state) {
    case State::NotAsked:
    case State::NotConsent:
      return 0;
    case State::Agreed:
      return 1;
    case State::Withdrawn:
      return 2;
    case State::Refused:
    case State::Objected:
      return 3;
  }
  BUG("a state without a weight");
  return 3;
}

template <class Said>
std::vector<Said> counting(std::span<const Said> all, Group group) {
  std::vector<Said> kept;
  for (const Said& said : all) {
    if (counts_for(said.made, group)) kept.push_back(said);
  }
  return kept;
}

}  // namespace

std::vector<Choice> fold_choices(std::span<const Statement> statements,
                                 std::span<const Objection> objections, const Notice& notice,
                                 const PersonId& about, const PersonId& viewer) {
  Histories histories = histories_by(statements, objections, about, viewer);
  std::vector<Choice> choices;
  for (const Purpose& purpose : notice.purposes) {
    for (const Question& question : purpose.questions) {
      choices.push_back(choice_in_notice(purpose, question, histories));
    }
  }
  for (auto& [subject, history] : histories) {
    const State state = state_of_old(history);
    choices.push_back({subject.first, subject.second, state, std::move(history), false});
  }
  return choices;
}

const Choice* find_choice(std::span<const Choice> choices, const PurposeId& purpose,
                          const OrganisationId& organisation) {
  for (const Choice& choice : choices) {
    if (choice.purpose == purpose && choice.organisation == organisation) return &choice;
  }
  return nullptr;
}

State effective_state(std::span<const Statement> statements, std::span<const Objection> objections,
                      const Purpose& purpose, const OrganisationId& organisation,
                      const PersonId& about, Group group) {
  const std::vector<Statement> counted = counting(statements, group);
  const std::vector<Objection> counted_objections = counting(objections, group);
  const Remedy remedy = remedy_of(purpose);
  State strongest = state_before_anything(remedy);
  for (const PersonId& voice : voices(counted, counted_objections, about, group)) {
    const Histories said = histories_by(counted, counted_objections, about, voice);
    const auto history = said.find({purpose.id, organisation});
    if (history == said.end()) continue;
    const State state = state_in_force(history->second, remedy);
    if (weight(state) > weight(strongest)) strongest = state;
  }
  return strongest;
}

bool may_follow(State state, Decision decision) {
  if (state == State::NotConsent || state == State::Objected) return false;
  return decision != Decision::Withdrawn || state == State::Agreed;
}

DeviceClock judge_device_clock(Instant device_time, Instant server_time) {
  const std::int64_t apart = device_time.unix_seconds - server_time.unix_seconds;
  return apart > kClockToleranceSeconds || apart < -kClockToleranceSeconds ? DeviceClock::Off
                                                                           : DeviceClock::Good;
}

std::string_view name_of(Decision decision) { return name_in(kDecisions, decision); }
std::string_view name_of(State state) { return name_in(kStates, state); }
std::string_view name_of(Role role) { return name_in(kRoles, role); }
std::optional<Decision> find_decision(std::string_view name) { return find_in(kDecisions, name); }
std::optional<Role> find_role(std::string_view name) { return find_in(kRoles, name); }

}  // namespace sayso::domain
