// The outbox: what was signed is sent, oldest first, one at a time, until there is a receipt for
// it.
#include <algorithm>
#include <utility>

#include "client/app/members.h"
#include "client/app/parts.h"
#include "client/app/sign.h"

namespace sayso::client {
namespace {

using screens::SendState;

constexpr std::uint32_t kFirstWait_ms = 2'000;
constexpr std::uint32_t kLongestWait_ms = 60'000;
constexpr std::uint32_t kAtOnce = 2;

Pending* next_to_send(State& state) {
  const auto found =
      std::find_if(state.outbox.begin(), state.outbox.end(),
                   [](const Pending& pending) { return pending.state != SendState::Refused; });
  return found == state.outbox.end() ? nullptr : &*found;
}

// A receipt that does not prove what was signed is none: the record stays here.
void take_receipt(Step& step, Pending& pending, const encoding::Json& receipt) {
  State& state = step.state;
  auto held = read_held(receipt);
  if (!held || !proves(*held, pending, state.facts.log_key)) {
    pending.state = SendState::Refused;
    pending.problem = "problem.receipt-wrong";
    return;
  }
  state.head = held->record_hash;
  state.held.push_back(std::move(*held));
  const RecordId id = pending.id;
  std::erase_if(state.outbox, [&](const Pending& other) { return other.id == id; });
  state.send_attempts = 0;
  state.tries_by_hand = 0;
}

void refuse(Pending& pending, int status) {
  pending.state = SendState::Refused;
  pending.problem = status == 409 ? "problem.record-conflict" : "problem.record";
}

// The key signed something on another tab: name that one as the one before, and ask what it was.
void catch_up(Step& step, const encoding::Json& body) {
  State& state = step.state;
  state.head = text_member(body, "head");
  sign_again(step);
  step.save();
  if (!state.is_under_way(Call::Me)) step.call(Call::Me, "GET", "/api/me");
  // Twice at once may be a third tab; more often than that, a server that does not mean it.
  if (++state.send_attempts > kAtOnce) return wait_and_try_again(step);
  send_next(step);
}

// A browser that does not keep the session's cookie would otherwise sign in for ever.
void come_in_again(Step& step) {
  step.state.session = false;
  if (++step.state.send_attempts > kAtOnce) return wait_and_try_again(step);
  sign_in(step);
}

void finish_if_done(Step& step) {
  if (!step.state.outbox.empty() || step.state.route.place != Place::Sending) return;
  arrive(step, to(Place::Done), Step::History::Replace);
}

Pending* find_pending(State& state, const std::optional<RecordId>& id) {
  const auto found = std::find_if(state.outbox.begin(), state.outbox.end(),
                                  [&](const Pending& pending) { return id && pending.id == *id; });
  return found == state.outbox.end() ? nullptr : &*found;
}

}  // namespace

void wait_and_try_again(Step& step) {
  State& state = step.state;
  for (Pending& pending : state.outbox) {
    if (pending.state == SendState::Sending) pending.state = SendState::Waiting;
  }
  const std::uint32_t doublings = std::min<std::uint32_t>(state.send_attempts, 5);
  ++state.send_attempts;
  step.want(Wake{std::min(kFirstWait_ms << doublings, kLongestWait_ms)});
}

void press_send_again(Step& step) {
  if (!step.state.outbox.empty()) ++step.state.tries_by_hand;
  try_again(step);
}

void try_again(Step& step) {
  State& state = step.state;
  const bool on_the_way = state.seed && state.person && !state.session && !state.key_refused;
  if (on_the_way && !is_public(state.route.place)) return sign_in(step);
  send_next(step);
}

void send_next(Step& step) {
  State& state = step.state;
  Pending* pending = next_to_send(state);
  if (!pending || !state.person || state.key_refused || state.is_under_way(Call::Record)) return;
  if (!state.session) return sign_in(step);
  pending->state = SendState::Sending;
  state.sending = pending->id;
  step.call(Call::Record, "POST", "/api/records", encoding::encode_canonical(pending->record));
}

void answered_record(Step& step, const Answered& answer) {
  State& state = step.state;
  Pending* pending = find_pending(state, std::exchange(state.sending, std::nullopt));
  // Signing in anew has told already that it arrived.
  if (!pending) return send_next(step);
  if (answer.status == 401) return come_in_again(step);
  const auto body = encoding::decode_json(answer.body, kAnswerLimits);
  if (is_temporary(answer.status) || !body) return wait_and_try_again(step);
  if (answer.status == 409 && is_problem(answer, "stale-head")) return catch_up(step, *body);
  const encoding::Json* receipt = body->find("receipt");
  // Nothing of what was signed is lost: it goes with the new key, if that is the same person's.
  if (is_problem(answer, "enrolment-gone")) return key_is_refused(step, "problem.enrolment-gone");
  if (answer.status <= 299 && receipt)
    take_receipt(step, *pending, *receipt);
  else
    refuse(*pending, answer.status);
  step.save();
  finish_if_done(step);
  send_next(step);
}

void on_online(Step& step, const Online& online) {
  step.state.online = online.online;
  if (online.online) try_again(step);
}

}  // namespace sayso::client
