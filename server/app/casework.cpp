// The team's side of requests. Deletions and refusals are proposed by one and confirmed by another.
#include "server/app/casework.h"

#include <functional>
#include <utility>

#include "server/app/office.h"
#include "server/app/requests.h"
#include "server/app/wait.h"
#include "shared/encoding/utf8.h"

namespace sayso::app {
namespace {

using domain::RequestState;
using domain::RequestStep;
using Nothing = std::function<Outcome<void>()>;

tl::unexpected<Refusal> refuse(const char* field) {
  return failure(Refusal{Problem::Body, field, {}});
}

bool is_right_text(const std::string& text) {
  return encoding::is_json_text(text) && domain::is_message(text);
}

bool is_right_name(const std::string& name) {
  return encoding::is_json_text(name) && name.find_first_not_of(' ') != std::string::npos;
}

RequestStep step_to(RequestState state) {
  return state == RequestState::Refused ? RequestStep::Refuse : RequestStep::Answer;
}

CaseLine line_of(const Desk& desk, const Case& one) {
  const domain::Request& request = one.request;
  const auto due = domain::due_now(
      {request.kind, request.received, request.state, !one.extension.empty(), one.waits},
      desk.settings().bank_holidays, desk.settings().due);
  CaseLine line{one.number, request, {}, {}};
  if (due) line.target = due->internal_target;
  if (one.proposal) line.proposed = one.proposal->to;
  return line;
}

// One step of the case of this number, as a task that waits.
Outcome<void> step(Desk& desk, std::uint64_t number, RequestStep step, const std::string& text) {
  return run_and_wait<void>(desk.sequencer(), [&](Unit& unit) -> Outcome<Nothing> {
    auto one = find_case(desk, unit.rows(), number);
    if (!one) return refuse("/request");
    if (auto taken = take_step(desk, unit, *one, step, text); !taken) return failure(taken.error());
    return Nothing([] { return Outcome<void>(); });
  });
}

}  // namespace

std::vector<CaseLine> Office::cases(bool closed_too) const {
  const StoredRows rows(desk_.store());
  std::vector<CaseLine> lines;
  const std::uint64_t newest = newest_case(desk_.vault(), rows);
  for (std::uint64_t number = 1; number <= newest; ++number) {
    const auto one = find_case(desk_, rows, number);
    if (one && (closed_too || domain::is_open(one->request.state)))
      lines.push_back(line_of(desk_, *one));
  }
  return lines;
}

Outcome<CaseFile> Office::read_case(std::uint64_t number) const {
  const StoredRows rows(desk_.store());
  const auto one = find_case(desk_, rows, number);
  if (!one) return refuse("/request");
  if (one->request.state == RequestState::Received) return refuse("/state");
  CaseFile file{line_of(desk_, *one), thread_of(desk_.vault(), rows, *one), {}, {}};
  if (one->proposal) {
    file.proposed_by = one->proposal->by;
    file.proposed_text = one->proposal->text;
  }
  return file;
}

Outcome<void> Office::take_up(std::uint64_t number) {
  return step(desk_, number, RequestStep::TakeUp, {});
}

Outcome<void> Office::ask_person(std::uint64_t number, const std::string& question) {
  if (!is_right_text(question)) return refuse("/text");
  return step(desk_, number, RequestStep::Ask, question);
}

Outcome<void> Office::extend_case(std::uint64_t number, const std::string& reason) {
  if (!is_right_text(reason)) return refuse("/text");
  return step(desk_, number, RequestStep::Extend, reason);
}

Outcome<Settled> Office::settle_case(std::uint64_t number, const Settlement& settlement) {
  using Answer = std::function<Outcome<Settled>()>;
  if (!is_right_text(settlement.text)) return refuse("/text");
  if (!is_right_name(settlement.by)) return refuse("/by");
  return run_and_wait<Settled>(desk_.sequencer(), [&](Unit& unit) -> Outcome<Answer> {
    auto one = find_case(desk_, unit.rows(), number);
    if (!one) return refuse("/request");
    const RequestStep step = step_to(settlement.to);
    if (!domain::needs_second_person(one->request.kind, step)) {
      auto taken = take_step(desk_, unit, *one, step, settlement.text);
      if (!taken) return failure(taken.error());
      return Answer([]() -> Outcome<Settled> { return Settled::Answered; });
    }
    if (!domain::is_open(one->request.state)) return refuse("/state");
    one->proposal = Proposal{settlement.to, settlement.by, settlement.text, unit.now()};
    store_case(desk_, unit, *one);
    return Answer([]() -> Outcome<Settled> { return Settled::Proposed; });
  });
}

Outcome<void> Office::confirm_settlement(std::uint64_t number, const std::string& by) {
  if (!is_right_name(by)) return refuse("/by");
  return run_and_wait<void>(desk_.sequencer(), [&](Unit& unit) -> Outcome<Nothing> {
    auto one = find_case(desk_, unit.rows(), number);
    if (!one) return refuse("/request");
    if (!one->proposal) return refuse("/proposal");
    if (one->proposal->by == by) return refuse("/by");
    const Proposal proposal = *one->proposal;
    auto taken = take_step(desk_, unit, *one, step_to(proposal.to), proposal.text);
    if (!taken) return failure(taken.error());
    return Nothing([] { return Outcome<void>(); });
  });
}

}  // namespace sayso::app
