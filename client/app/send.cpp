// The outbox: what was signed is sent, oldest first, one at a time, until there is a receipt for it.
#include <algorithm>

#include "client/app/members.h"
#include "client/app/parts.h"
#include "client/app/sign.h"

namespace sayso::client {
namespace {

using screens::SendState;

constexpr std::uint32_t kFirstWait_ms = 2'000;
constexpr std::uint32_t kLongestWait_ms = 60'000;

Pending* next_to_send(State& state) {
  const auto found = std::find_if(state.outbox.begin(), state.outbox.end(), [](const Pending& pending) {
    return pending.state != SendState::Refused;
  });
  return found == state.outbox.end() ? nullptr : &*found;
}

void wait_and_try_again(Step& step) {
  State& state = step.state;
  for (Pending& pending : state.outbox) {
    if (pending.state == SendState::Sending) pending.state = SendState::Waiting;
  }
  const std::uint32_t doublings = std::min<std::uint32_t>(state.send_attempts, 5);
  ++state.send_attempts;
  step.want(Wake{std::min(kFirstWait_ms << doublings, kLongestWait_ms)});
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
}

void refuse(Pending& pending, int status) {
  pending.state = SendState::Refused;
  pending.problem = status == 409 ? "problem.record-conflict" : "problem.record";
}

// The key signed something on another tab or another device: name that one as the one before.
void catch_up(Step& step, const encoding::Json& body) {
  step.state.head = text_member(body, "head");
  sign_again(step);
  step.save();
  send_next(step);
}

void finish_if_done(Step& step) {
  if (!step.state.outbox.empty() || step.state.route.place != Place::Sending) return;
  step.go(to(Place::Done), Step::History::Replace);
}

}  // namespace

void send_next(Step& step) {
  State& state = step.state;
  Pending* pending = next_to_send(state);
  const bool under_way = std::any_of(state.calls.begin(), state.calls.end(),
                                     [](const auto& call) { return call.second == Call::Record; });
  if (!pending || under_way) return;
  if (!state.session) return sign_in(step, state.route);
  pending->state = SendState::Sending;
  step.call(Call::Record, "POST", "/api/records", encoding::encode_canonical(pending->record));
}

void answered_record(Step& step, const Answered& answer) {
  State& state = step.state;
  Pending* pending = next_to_send(state);
  if (!pending) return;
  if (answer.status == 401) return sign_in(step, state.route);
  const bool temporary = answer.status == 0 || answer.status == 429 || answer.status >= 500;
  if (temporary) return wait_and_try_again(step);
  const auto body = encoding::decode_json(answer.body, kAnswerLimits);
  if (!body) return wait_and_try_again(step);
  state.send_attempts = 0;
  if (answer.status == 409 && text_member(*body, "type") == "/problems/stale-head")
    return catch_up(step, *body);
  const encoding::Json* receipt = body->find("receipt");
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
  if (online.online) send_next(step);
}

}  // namespace sayso::client
