// Deletions and refusals are proposed by one and confirmed by another.
#include "server/app/casework.h"

#include <utility>

#include "shared/domain/name_table.h"
#include "shared/encoding/utf8.h"

namespace sayso::app {
namespace {

using domain::RequestState;
using domain::RequestStep;

constexpr domain::NameTable<Deed, 6> kDeeds{{{Deed::TakeUp, "take-up"},
                                             {Deed::Ask, "ask"},
                                             {Deed::Extend, "extend"},
                                             {Deed::Answer, "answer"},
                                             {Deed::Refuse, "refuse"},
                                             {Deed::Confirm, "confirm"}}};

tl::unexpected<Refusal> refuse(const char* field) {
  return failure(Refusal{Problem::Body, field, {}});
}

bool is_right_text(const std::string& text) {
  return encoding::is_json_text(text) && domain::is_message(text);
}

bool is_right_name(const std::string& name) {
  return encoding::is_json_text(name) && name.find_first_not_of(' ') != std::string::npos;
}

bool has_text(Deed deed) { return deed != Deed::TakeUp && deed != Deed::Confirm; }
bool has_name(Deed deed) {
  return deed == Deed::Answer || deed == Deed::Refuse || deed == Deed::Confirm;
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

Outcome<Worked> enter(const Desk& desk, Unit& unit, Case& one, RequestStep step,
                      const std::string& text) {
  if (auto taken = take_step(desk, unit, one, step, text); !taken) return failure(taken.error());
  return Worked::Entered;
}

RequestStep step_to(RequestState state) {
  return state == RequestState::Refused ? RequestStep::Refuse : RequestStep::Answer;
}

Outcome<Worked> settle(const Desk& desk, Unit& unit, Case& one, const Work& work) {
  const RequestState to = work.deed == Deed::Refuse ? RequestState::Refused : RequestState::Done;
  if (!domain::needs_second_person(one.request.kind, step_to(to)))
    return enter(desk, unit, one, step_to(to), work.text);
  if (!domain::is_open(one.request.state)) return refuse("/state");
  one.proposal = Proposal{to, work.by, work.text, unit.now()};
  store_case(desk, unit, one);
  return Worked::Proposed;
}

Outcome<Worked> confirm(const Desk& desk, Unit& unit, Case& one, const std::string& by) {
  if (!one.proposal) return refuse("/proposal");
  if (one.proposal->by == by) return refuse("/by");
  const Proposal proposal = *one.proposal;
  return enter(desk, unit, one, step_to(proposal.to), proposal.text);
}

}  // namespace

std::optional<Deed> find_deed(std::string_view name) { return domain::find_in(kDeeds, name); }

std::vector<CaseLine> list_cases(const Desk& desk, const Rows& rows, bool closed_too) {
  std::vector<CaseLine> lines;
  const std::uint64_t newest = newest_case(desk.vault(), rows);
  for (std::uint64_t number = 1; number <= newest; ++number) {
    const auto one = find_case(desk, rows, number);
    if (one && (closed_too || domain::is_open(one->request.state)))
      lines.push_back(line_of(desk, *one));
  }
  return lines;
}

std::optional<CaseLine> find_line(const Desk& desk, const Rows& rows, std::uint64_t number) {
  const auto one = find_case(desk, rows, number);
  return one ? std::optional(line_of(desk, *one)) : std::nullopt;
}

Outcome<CaseFile> open_file(const Desk& desk, const Rows& rows, std::uint64_t number) {
  const auto one = find_case(desk, rows, number);
  if (!one) return refuse("/request");
  if (one->request.state == RequestState::Received) return refuse("/state");
  return CaseFile{line_of(desk, *one), thread_of(desk.vault(), rows, *one), one->proposal};
}

Outcome<Worked> work_on_case(const Desk& desk, Unit& unit, std::uint64_t number, const Work& work) {
  if (has_text(work.deed) && !is_right_text(work.text)) return refuse("/text");
  if (has_name(work.deed) && !is_right_name(work.by)) return refuse("/by");
  auto one = find_case(desk, unit.rows(), number);
  if (!one) return refuse("/request");
  switch (work.deed) {
    case Deed::TakeUp:
      return enter(desk, unit, *one, RequestStep::TakeUp, {});
    case Deed::Ask:
      return enter(desk, unit, *one, RequestStep::Ask, work.text);
    case Deed::Extend:
      return enter(desk, unit, *one, RequestStep::Extend, work.text);
    case Deed::Answer:
    case Deed::Refuse:
      return settle(desk, unit, *one, work);
    case Deed::Confirm:
      break;
  }
  return confirm(desk, unit, *one, work.by);
}

}  // namespace sayso::app
