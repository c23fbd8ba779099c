#include "client/app/parts.h"
#include "client/app/vault.h"
#include "shared/screens/names.h"

namespace sayso::client {
namespace {

// Places of coming in that make sense only on the way, with a key not yet enrolled.
bool is_on_the_way_in(Place place) {
  return place == Place::Device || place == Place::PinSet;
}

// Opened by nobody but a signed-in person.
void arrive_private(Step& step, Route route, Step::History history) {
  State& state = step.state;
  if (state.session) {
    step.go(route, history);
    if (route.place == Place::Changed || route.place == Place::Choice) want_old_notices(step);
    return;
  }
  if (state.seed && state.person) {
    step.go(route, history);
    return sign_in(step, route);
  }
  step.go(to(state.others_here ? Place::Unlock : Place::Start), Step::History::Replace);
}

void open_vault(Step& step, const Started& started) {
  State& state = step.state;
  state.others_here = started.others || started.vault == VaultFound::Locked;
  state.storage_available = started.vault != VaultFound::Unavailable;
  if (started.vault != VaultFound::Open) return;
  // With an invitation in hand this visit is somebody's new beginning; what is kept here stays as it is.
  if (!started.code.empty()) {
    state.others_here = true;
    return;
  }
  if (restore_vault(state, started.vault_text)) state.keep = Keep::Open;
}

}  // namespace

void arrive(Step& step, Route route, Step::History history) {
  State& state = step.state;
  if (route.place == Place::NotFound) return step.show(route);
  if (is_on_the_way_in(route.place)) {
    const bool begun = !state.fields[screens::kFieldCode].empty() && !state.session;
    return step.go(begun ? route : to(Place::Start), history);
  }
  if (is_public(route.place) || (route.place == Place::Unlock && state.others_here)) {
    step.go(route, history);
    if (route.place == Place::Read) want_old_notices(step);
    return;
  }
  arrive_private(step, std::move(route), history);
}

void on_started(Step& step, const Started& started) {
  State& state = step.state;
  state.online = started.online;
  state.simple_view = started.simple_view;
  open_vault(step, started);
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
    return sign_in(step, to(Place::Home));
  }
  arrive(step, route, Step::History::Replace);
}

}  // namespace sayso::client
