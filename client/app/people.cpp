#include "client/app/people.h"

#include <algorithm>

#include "shared/domain/civil_time.h"
#include "shared/domain/due.h"
#include "shared/protocol/record.h"

namespace sayso::client {
namespace {

// What one record adds to the picture.
struct Said {
  std::vector<domain::Statement> statements;
  std::vector<domain::Objection> objections;
};

domain::Decision decision_of(protocol::Decision decision) {
  switch (decision) {
    case protocol::Decision::Agreed:
      return domain::Decision::Agreed;
    case protocol::Decision::Refused:
      return domain::Decision::Refused;
    case protocol::Decision::Withdrawn:
      return domain::Decision::Withdrawn;
  }
  return domain::Decision::Refused;
}

domain::Made made_of(const protocol::RecordCommon& common, Instant server_time, EntryIndex index) {
  domain::Made made;
  made.server_time = server_time;
  made.device_time = common.device_time;
  made.device_clock = domain::judge_device_clock(common.device_time, server_time);
  made.expressed_by = common.expressed_by.person;
  made.role =
      common.expressed_by.role == protocol::Role::Self ? domain::Role::Self : domain::Role::Parent;
  made.notice_hash = common.notice.hash;
  made.index = index;
  return made;
}

void add(Said& said, const protocol::AnyRecord& record, Instant server_time, EntryIndex index) {
  if (const auto* consent = std::get_if<protocol::ConsentRecord>(&record)) {
    const auto made = made_of(consent->common, server_time, index);
    for (const protocol::Choice& choice : consent->choices)
      said.statements.push_back({consent->common.person, choice.purpose, choice.organisation,
                                 decision_of(choice.decision), made});
  } else if (const auto* request = std::get_if<protocol::RequestRecord>(&record)) {
    if (request->kind != protocol::RequestKind::Object || !request->purpose ||
        !request->organisation)
      return;
    said.objections.push_back({request->common.person, *request->purpose, *request->organisation,
                               made_of(request->common, server_time, index)});
  }
}

Said acknowledged(const State& state) {
  Said said;
  for (const Held& held : state.held)
    add(said, held.record, held.receipt.entry.envelope.server_time, held.receipt.entry.index);
  return said;
}

// After everything in the log, in the order of the outbox.
constexpr std::uint64_t kNotYetInTheLog = std::uint64_t{1} << 62;

void add_waiting(Said& said, const State& state) {
  std::uint64_t order = kNotYetInTheLog;
  for (const Pending& pending : state.outbox) {
    if (pending.state == screens::SendState::Refused) continue;
    const auto record = protocol::decode_record(pending.record);
    if (!record) continue;
    const auto* consent = std::get_if<protocol::ConsentRecord>(&*record);
    const auto* request = std::get_if<protocol::RequestRecord>(&*record);
    if (!consent && !request) continue;
    add(said, *record, consent ? consent->common.device_time : request->common.device_time,
        EntryIndex(order++));
  }
}

std::vector<domain::Choice> fold(const State& state, const Said& said,
                                 const std::optional<PersonId>& about) {
  if (!about || !state.person) return {};
  return domain::fold_choices(said.statements, said.objections, state.facts.notice, *about,
                              state.person->id);
}

screens::RequestLine request_line(const State& state, const protocol::RequestRecord& record,
                                  Instant received) {
  screens::RequestLine line;
  line.received = received;
  line.request.id = record.common.id;
  line.request.person = record.common.person;
  line.request.kind = protocol::meaning_of(record.kind);
  line.request.subject = protocol::subject_of(record);
  line.request.received = domain::uk_time(received).date;
  for (const screens::PersonLine& child : state.person->children) {
    if (child.id == record.common.person) line.child = child.name;
  }
  return line;
}

// As the server said last, or where it has not been asked since, as it is on the first day.
void tell_how_it_stands(const State& state, screens::RequestLine& line) {
  for (const domain::Request& request : state.requests) {
    if (request.id != line.request.id) continue;
    line.request = request;
    return;
  }
  const auto due = due_for_new(state, line.request.kind, line.request.received);
  if (due) line.request.due = due->by;
}

}  // namespace

bool State::is_under_way(Call kind) const {
  return std::any_of(calls.begin(), calls.end(),
                     [&](const auto& call) { return call.second == kind; });
}

bool State::held_choices() const {
  for (const Held& one : held) {
    if (std::holds_alternative<protocol::ConsentRecord>(one.record)) return true;
  }
  return false;
}

std::optional<PersonId> subject_at(const State& state, const Route& route) {
  if (!state.person) return std::nullopt;
  if (!route.child) return state.person->id;
  if (*route.child >= state.person->children.size()) return std::nullopt;
  return state.person->children[*route.child].id;
}

std::optional<PersonId> subject_of(const State& state) { return subject_at(state, state.route); }

std::string child_name(const State& state, std::optional<std::size_t> child) {
  if (!child || !state.person || *child >= state.person->children.size()) return {};
  return state.person->children[*child].name;
}

std::vector<domain::Choice> choices_of(const State& state, const std::optional<PersonId>& about) {
  Said said = acknowledged(state);
  add_waiting(said, state);
  return fold(state, said, about);
}

std::vector<domain::Choice> acknowledged_choices_of(const State& state,
                                                    const std::optional<PersonId>& about) {
  return fold(state, acknowledged(state), about);
}

std::optional<domain::Due> due_for_new(const State& state, domain::RequestKind kind,
                                       Date received) {
  domain::DueSettings settings;
  settings.question_working_days = state.question_days;
  return domain::due_for(kind, received, state.facts.bank_holidays, {}, settings);
}

std::vector<screens::RequestLine> requests_of(const State& state,
                                              const std::optional<PersonId>& about) {
  std::vector<screens::RequestLine> lines;
  if (!state.person) return lines;
  const auto is_asked_for = [&](const protocol::RequestRecord& request) {
    return !about || request.common.person == *about;
  };
  for (const Held& held : state.held) {
    const auto* request = std::get_if<protocol::RequestRecord>(&held.record);
    if (!request || !is_asked_for(*request)) continue;
    lines.push_back(request_line(state, *request, held.receipt.entry.envelope.server_time));
    lines.back().request.number = held.receipt.entry.envelope.running;
    lines.back().reference = held.reference;
    tell_how_it_stands(state, lines.back());
  }
  for (const Pending& pending : state.outbox) {
    const auto record = protocol::decode_record(pending.record);
    const auto* request = record ? std::get_if<protocol::RequestRecord>(&*record) : nullptr;
    if (!request || !is_asked_for(*request)) continue;
    lines.push_back(request_line(state, *request, request->common.device_time));
    lines.back().waiting = true;
  }
  return lines;
}

}  // namespace sayso::client
