#include <algorithm>

#include "client/app/parts.h"
#include "client/app/people.h"
#include "client/app/vault.h"
#include "shared/screens/names.h"

namespace sayso::client {
namespace {

// Places of coming in that make sense only on the way, with a key not yet enrolled.
bool is_on_the_way_in(Place place) { return place == Place::Device || place == Place::PinSet; }

bool holds_last_signed(const State& state) {
  return std::any_of(state.held.begin(), state.held.end(), [&](const Held& held) {
    return std::count(state.last_signed.begin(), state.last_signed.end(), held.id) != 0;
  });
}

// Only a yes can be taken back, and only what is not asked for can be objected to.
bool stands_open(const State& state, const Route& route, bool takes_back) {
  const auto about = subject_at(state, route);
  const auto choices = choices_of(state, about);
  if (route.number >= choices.size()) return true;
  const domain::State now = choices[route.number].state;
  return takes_back ? domain::may_follow(now, domain::Decision::Withdrawn)
                    : now == domain::State::NotConsent;
}

bool has_said_something(const State& state, const Route& route) {
  const auto choices = choices_of(state, subject_at(state, route));
  return std::any_of(choices.begin(), choices.end(),
                     [](const domain::Choice& choice) { return !choice.history.empty(); });
}

// Pages of answers that are signed by now, and of none begun since: home shows what counts.
bool is_over(const State& state, const Route& route) {
  if (route.place != Place::Purpose && route.place != Place::CheckAnswers) return false;
  return !(state.picked_about && state.picked_about == subject_at(state, route)) &&
         has_said_something(state, route);
}

// "Done" is only said of what has arrived, and "sending" of what has not.
Route as_things_stand(const State& state, Route route) {
  if (route.place == Place::Done && !holds_last_signed(state))
    return to(state.outbox.empty() ? Place::Home : Place::Sending);
  if (route.place == Place::Sending && state.outbox.empty())
    return to(holds_last_signed(state) ? Place::Done : Place::Home);
  if (is_over(state, route)) return {.place = Place::Home, .child = route.child, .reference = {}};
  const bool takes_back = route.place == Place::Withdraw;
  if ((takes_back || route.place == Place::Object) && !stands_open(state, route, takes_back))
    route.place = Place::Choice;
  return route;
}

// Opened by nobody but a signed-in person.
void arrive_private(Step& step, Route route, Step::History history) {
  State& state = step.state;
  if (state.session) {
    route = as_things_stand(state, std::move(route));
    step.go(route, history);
    if (route.place == Place::Purpose || route.place == Place::CheckAnswers)
      keep_answers_apart(state);
    if (route.place == Place::Changed || route.place == Place::Choice) want_old_notices(step);
    if (route.place == Place::Held) want_held(step);
    if (route.place == Place::Uses) want_uses(step);
    if (route.place == Place::Promises) want_evidence(step);
    if (route.place == Place::Requests) want_requests(step);
    if (route.place == Place::Request) want_request(step);
    if (route.place == Place::NewRequest) {
      want_requests(step);
      if (route.reference == "item" && !state.held_about) want_held(step);
      if (route.reference == "use" && !state.uses_about) want_uses(step);
    }
    return;
  }
  if (state.seed && state.person) {
    step.go(route, history);
    return sign_in(step);
  }
  const bool may_unlock = state.others_here && !state.visit_lost;
  step.go(to(may_unlock ? Place::Unlock : Place::Start), Step::History::Replace);
}

// "I have been here before": with a PIN, without one, or never.
void arrive_to_unlock(Step& step, Step::History history) {
  State& state = step.state;
  if (state.session) return step.go(to(Place::Home), history);
  if (state.others_here) return step.go(to(Place::Unlock), history);
  if (state.person) return arrive_private(step, to(Place::Home), history);
  if (!state.open_here) return step.go(to(Place::Code), history);
  // As on the first look at it: without a PIN there is nothing to ask for.
  step.want(Reload{});
}

// Begun with this very code, and its answer never came.
bool is_enrolment_with(const std::string& vault_text, const std::string& code) {
  State kept;
  return restore_vault(kept, vault_text) && !kept.person &&
         kept.fields[screens::kFieldCode] == code;
}

void open_vault(Step& step, const Started& started) {
  State& state = step.state;
  state.others_here = started.others || started.vault == VaultFound::Locked;
  state.storage_available = started.vault != VaultFound::Unavailable;
  if (started.vault != VaultFound::Open) return;
  // With an invitation in hand this visit is somebody's new beginning; what is kept here stays as
  // it is.
  if (!started.code.empty() && !is_enrolment_with(started.vault_text, started.code)) {
    state.open_here = true;
    step.want(CloseVault{});
    return;
  }
  if (restore_vault(state, started.vault_text)) state.keep = Keep::Open;
}

}  // namespace

void arrive(Step& step, Route route, Step::History history) {
  State& state = step.state;
  if (route.place == Place::NotFound) return step.show(route);
  // Nothing that a PIN opens is kept here: a person who has been here before needs a code.
  if (route.place == Place::Unlock && !state.others_here && !state.session)
    return step.go(to(Place::Code), history);
  if (is_on_the_way_in(route.place)) {
    const bool begun = !state.fields[screens::kFieldCode].empty() && !state.session;
    return step.go(begun ? route : to(Place::Start), history);
  }
  if (route.place == Place::Unlock) return arrive_to_unlock(step, history);
  if (is_public(route.place)) {
    step.go(route, history);
    if (route.place == Place::Read) want_old_notices(step);
    return;
  }
  arrive_private(step, std::move(route), history);
}

void on_started(Step& step, const Started& started) {
  State& state = step.state;
  state.online = started.online;
  state.settings = screens::decode_settings(started.settings);
  state.can_speak = started.can_speak;
  open_vault(step, started);
  state.visit_lost = started.visited;
  state.remembered = {started.code, started.visited};
  state.invitation = started.code;
  if (!started.code.empty()) state.fields[screens::kFieldCode] = started.code;
  const Route route = parse_route(started.address);
  const bool unfinished = state.seed && !state.person;
  if (unfinished) {
    // Enrolment was under way when the last visit ended: the server knows a repeat by its key.
    step.go(to(Place::Device), Step::History::Replace);
    return enrol(step);
  }
  if (route.place == Place::Start && state.seed && started.code.empty()) {
    step.go(to(Place::Home), Step::History::Replace);
    return sign_in(step);
  }
  arrive(step, route, Step::History::Replace);
}

}  // namespace sayso::client
