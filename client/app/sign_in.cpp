// Signing in: a proof over the server's challenge, made by the device's key. No password, nothing
// to type.
#include "client/app/members.h"
#include "client/app/parts.h"
#include "client/app/sign.h"
#include "shared/crypto/wipe.h"
#include "shared/encoding/crockford.h"

namespace sayso::client {
namespace {

using encoding::Json;

std::optional<std::vector<screens::PersonLine>> read_children(const Json& me) {
  std::vector<screens::PersonLine> children;
  const Json* list = me.find("children");
  if (!list || !list->array()) return children;
  for (const Json& child : *list->array()) {
    if (!encoding::is_id(text_member(child, "id"))) return std::nullopt;
    children.push_back({PersonId(text_member(child, "id")), text_member(child, "name")});
  }
  return children;
}

std::optional<std::vector<Held>> read_entries(const Json& me) {
  const Json* list = me.find("entries");
  if (!list || !list->array()) return std::nullopt;
  std::vector<Held> held;
  for (const Json& entry : *list->array()) {
    auto one = read_held(entry);
    if (!one) return std::nullopt;
    held.push_back(std::move(*one));
  }
  return held;
}

// Records that arrived although their answer did not: gone from here only when there is proof.
void drop_acknowledged(State& state) {
  for (const Held& held : state.held) {
    std::erase_if(state.outbox, [&](const Pending& pending) {
      return pending.id == held.id && proves(held, pending, state.facts.log_key);
    });
  }
}

void failed(Step& step, const std::string& problem) {
  step.state.busy = false;
  step.state.problem = problem;
  for (Pending& pending : step.state.outbox) {
    if (pending.state == screens::SendState::Sending) pending.state = screens::SendState::Waiting;
  }
}

// What goes wrong for a while is tried again by itself; for the rest the person has to do
// something.
void failed_with(Step& step, int status) {
  failed(step, problem_of(status));
  if (is_temporary(status)) wait_and_try_again(step);
}

// A key belongs to one person for good: an answer about another is none.
bool is_somebody_else(const State& state, const Json& me) {
  const Json* person = me.find("person");
  return state.person && person && text_member(*person, "id") != state.person->id.value();
}

}  // namespace

void key_is_refused(Step& step, const std::string& problem) {
  step.state.key_refused = true;
  failed(step, problem);
}

bool take_me(Step& step, const Json& me) {
  State& state = step.state;
  const Json* person = me.find("person");
  auto held = read_entries(me);
  auto children = read_children(me);
  if (!person || !held || !children || !encoding::is_id(text_member(*person, "id"))) return false;
  state.person = Person{PersonId(text_member(*person, "id")), text_member(*person, "name"),
                        std::move(*children)};
  keep_renewed(*held, state.held);
  state.held = std::move(*held);
  state.head = text_member(me, "head");
  state.confirmed = is_confirmed(me);
  if (const Json* requests = me.find("requests")) take_requests(state, *requests);
  drop_acknowledged(state);
  return true;
}

void sign_in(Step& step) {
  State& state = step.state;
  if (!state.seed) return step.go(to(Place::Start), Step::History::Replace);
  if (state.is_under_way(Call::Challenge) || state.is_under_way(Call::SignIn)) return;
  state.session = false;
  state.busy = true;
  step.call(Call::Challenge, "POST", "/api/challenges",
            encoding::encode_canonical(Json::Object{{"key", key_text(state)}}));
}

void answered_challenge(Step& step, const Answered& answer) {
  const auto json = encoding::decode_json(answer.body, kAnswerLimits);
  if (answer.status < 200 || answer.status > 299 || !json) return failed_with(step, answer.status);
  const auto proof =
      sign_challenge(step, text_member(*json, "challenge"), text_member(*json, "domain"));
  if (!proof) return failed(step, "problem.server");
  step.call(Call::SignIn, "POST", "/api/sessions", encoding::encode_canonical(*proof));
}

void answered_sign_in(Step& step, const Answered& answer) {
  State& state = step.state;
  if (answer.status == 403) {
    const bool gone = is_problem(answer, "enrolment-gone");
    return key_is_refused(step, gone ? "problem.enrolment-gone" : "problem.sign-in");
  }
  const auto json = encoding::decode_json(answer.body, kAnswerLimits);
  const Json* me = json ? json->find("me") : nullptr;
  if (answer.status < 200 || answer.status > 299) return failed_with(step, answer.status);
  if (!me || is_somebody_else(state, *me) || !take_me(step, *me))
    return failed(step, "problem.server");
  state.session = true;
  begin_time(step, *me);
  state.busy = false;
  state.problem.clear();
  // Whoever has gone on to a page for anybody meanwhile stays there.
  if (!is_public(state.route.place)) arrive(step, state.route, Step::History::Replace);
  want_old_notices(step);
  send_next(step);
  watch_log(step);
}

// Asked for when another tab's records turned up. Of two answers the one that knows more is the
// newer.
void answered_me(Step& step, const Answered& answer) {
  const auto json = encoding::decode_json(answer.body, kAnswerLimits);
  if (answer.status != 200 || !json || is_somebody_else(step.state, *json)) return;
  const auto entries = read_entries(*json);
  if (!entries || entries->size() < step.state.held.size() || !take_me(step, *json)) return;
  want_old_notices(step);
}

void forget_person(Step& step) {
  State& state = step.state;
  if (state.session) step.call(Call::SignOut, "POST", "/api/exit");
  State fresh;
  fresh.facts = std::move(state.facts);
  fresh.route = std::move(state.route);
  fresh.online = state.online;
  fresh.settings = std::move(state.settings);
  fresh.can_speak = state.can_speak;
  fresh.storage_available = state.storage_available;
  fresh.others_here = state.others_here || state.keep == Keep::Pin;
  fresh.open_here = state.open_here || state.keep == Keep::Open;
  fresh.remembered = std::move(state.remembered);
  fresh.asks_before_leaving = state.asks_before_leaving;
  fresh.begun = state.begun;
  fresh.focus_serial = state.focus_serial;
  fresh.next_ticket = state.next_ticket;
  if (state.seed) crypto::wipe(*state.seed);
  state = std::move(fresh);
}

void sign_out(Step& step) {
  const bool kept = step.state.keep == Keep::Open || step.state.keep == Keep::Pin;
  const bool nobody = !step.state.person;
  forget_person(step);
  step.state.ending = kept || nobody ? screens::Ending::Kept : screens::Ending::NothingKept;
  step.want(CloseVault{});
  step.go(to(Place::Finished), Step::History::Replace);
}

}  // namespace sayso::client
