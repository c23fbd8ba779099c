// Signing in: a proof over the server's challenge, made by the device's key. No password, nothing to type.
#include "client/app/members.h"
#include "client/app/parts.h"
#include "client/app/sign.h"

namespace sayso::client {
namespace {

using encoding::Json;

std::vector<screens::PersonLine> read_children(const Json& me) {
  std::vector<screens::PersonLine> children;
  const Json* list = me.find("children");
  if (!list || !list->array()) return children;
  for (const Json& child : *list->array())
    children.push_back({PersonId(text_member(child, "id")), text_member(child, "name")});
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

// Records that arrived although their answer did not.
void drop_acknowledged(State& state) {
  for (const Held& held : state.held) {
    std::erase_if(state.outbox, [&](const Pending& pending) { return pending.id == held.id; });
  }
}

void failed(Step& step, const std::string& problem) {
  step.state.busy = false;
  step.state.problem = problem;
}

}  // namespace

bool take_me(Step& step, const Json& me) {
  State& state = step.state;
  const Json* person = me.find("person");
  auto held = read_entries(me);
  if (!person || !held || text_member(*person, "id").empty()) return false;
  state.person = Person{PersonId(text_member(*person, "id")), text_member(*person, "name"),
                        text_member(*person, "group") == "adult", read_children(me)};
  state.held = std::move(*held);
  state.head = text_member(me, "head");
  drop_acknowledged(state);
  return true;
}

void sign_in(Step& step, Route after) {
  State& state = step.state;
  if (!state.seed) return step.go(to(Place::Start), Step::History::Replace);
  state.after_sign_in = std::move(after);
  state.session = false;
  state.busy = true;
  step.call(Call::Challenge, "POST", "/api/challenges",
            encoding::encode_canonical(Json::Object{{"key", key_text(state)}}));
}

void answered_challenge(Step& step, const Answered& answer) {
  const auto json = encoding::decode_json(answer.body, kAnswerLimits);
  if (answer.status < 200 || answer.status > 299 || !json)
    return failed(step, problem_of(answer.status));
  const Json proof = sign_challenge(step, text_member(*json, "challenge"), text_member(*json, "domain"));
  step.call(Call::SignIn, "POST", "/api/sessions", encoding::encode_canonical(proof));
}

void answered_sign_in(Step& step, const Answered& answer) {
  State& state = step.state;
  // The key was replaced by a newer one, or the council took it back.
  if (answer.status == 403) return failed(step, "problem.sign-in");
  const auto json = encoding::decode_json(answer.body, kAnswerLimits);
  const Json* me = json ? json->find("me") : nullptr;
  if (answer.status < 200 || answer.status > 299 || !me || !take_me(step, *me))
    return failed(step, problem_of(answer.status));
  state.session = true;
  state.busy = false;
  state.problem.clear();
  arrive(step, state.after_sign_in, Step::History::Replace);
  want_old_notices(step);
  send_next(step);
}

void answered_me(Step& step, const Answered& answer) {
  const auto json = encoding::decode_json(answer.body, kAnswerLimits);
  if (answer.status == 401) return sign_in(step, step.state.route);
  if (answer.status != 200 || !json || !take_me(step, *json)) return failed(step, problem_of(answer.status));
  want_old_notices(step);
}

void sign_out(Step& step) {
  if (step.state.session) step.call(Call::SignOut, "POST", "/api/exit");
  State fresh;
  fresh.facts = std::move(step.state.facts);
  fresh.online = step.state.online;
  fresh.simple_view = step.state.simple_view;
  fresh.storage_available = step.state.storage_available;
  fresh.others_here = step.state.others_here || step.state.keep == Keep::Pin;
  fresh.next_ticket = step.state.next_ticket;
  step.state = std::move(fresh);
  step.go(to(Place::Start), Step::History::Replace);
}

}  // namespace sayso::client
