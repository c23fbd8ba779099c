#include "client/app/view.h"

#include <algorithm>

#include "client/app/members.h"
#include "client/app/old_notices.h"
#include "client/app/people.h"
#include "client/app/requests.h"
#include "client/app/summary.h"
#include "shared/base/check.h"
#include "shared/protocol/record.h"
#include "shared/screens/names.h"

namespace sayso::client {
namespace {

using document::Document;
using screens::Context;

Context context_of(const State& state, Instant now) {
  return {.notice = state.facts.notice,
          .words = state.facts.words,
          .now = now,
          .open = state.open_details,
          .fields = state.fields,
          .errors = state.errors,
          .busy = state.busy,
          .problem = state.problem,
          .signed_in = state.session,
          .settings = state.settings,
          .can_speak = state.can_speak,
          .speaking = state.speaking};
}

screens::ChoiceLine choice_line(const domain::Choice& choice,
                                const std::vector<domain::Choice>& acknowledged) {
  screens::ChoiceLine line{choice.purpose, choice.organisation, choice.state, {}, false};
  if (!choice.history.empty()) line.since = choice.history.back().made.server_time;
  const domain::Choice* known =
      domain::find_choice(acknowledged, choice.purpose, choice.organisation);
  line.waiting = (known ? known->history.size() : 0) != choice.history.size();
  return line;
}

std::vector<screens::ChoiceLine> choice_lines(const State& state) {
  const auto about = subject_of(state);
  const auto acknowledged = acknowledged_choices_of(state, about);
  std::vector<screens::ChoiceLine> lines;
  for (const domain::Choice& choice : choices_of(state, about))
    lines.push_back(choice_line(choice, acknowledged));
  return lines;
}

screens::ChangedView changed_view(const State& state) {
  screens::ChangedView view;
  view.base = base_of(state.route.child);
  view.before = notice_by_hash(state, newest_notice_hash(state, subject_of(state)));
  if (view.before) view.diff = domain::diff_notices(*view.before, state.facts.notice);
  return view;
}

std::string reference_at(const State& state, EntryIndex index) {
  const auto found = std::find_if(state.held.begin(), state.held.end(), [&](const Held& held) {
    return held.receipt.entry.index == index;
  });
  return found == state.held.end() ? std::string() : found->reference;
}

screens::HistoryLine history_line(const State& state, const domain::Moment& moment) {
  screens::HistoryLine line;
  line.state = moment.became;
  line.when = moment.made.server_time;
  if (moment.made.device_clock == domain::DeviceClock::Off)
    line.device_time_if_off = moment.made.device_time;
  line.reference = reference_at(state, moment.made.index);
  line.notice_hash = encode_hex(moment.made.notice_hash);
  line.same_notice = line.notice_hash == state.facts.notice_hash;
  const domain::Notice* notice = notice_by_hash(state, line.notice_hash);
  line.notice_version = notice ? notice->version : 0;
  return line;
}

std::optional<screens::ChoiceView> choice_view(const State& state) {
  const auto about = subject_of(state);
  const auto choices = choices_of(state, about);
  if (state.route.number >= choices.size()) return std::nullopt;
  const domain::Choice& choice = choices[state.route.number];
  screens::ChoiceView view;
  view.line = choice_line(choice, acknowledged_choices_of(state, about));
  view.child = child_name(state, state.route.child);
  view.base = base_of(state.route.child);
  view.number = state.route.number + 1;
  view.in_notice = choice.in_notice;
  for (auto moment = choice.history.rbegin(); moment != choice.history.rend(); ++moment)
    view.history.push_back(history_line(state, *moment));
  return view;
}

screens::PurposeView purpose_view(const State& state) {
  screens::PurposeView view;
  view.index = state.route.number;
  view.child = child_name(state, state.route.child);
  view.base = base_of(state.route.child);
  const screens::ChangedView changed = changed_view(state);
  for (const domain::QuestionRef& question : changed.diff.ask_again) {
    if (question.purpose == state.facts.notice.purposes[view.index].id)
      view.ask_again.insert(question.organisation);
  }
  return view;
}

screens::SendView send_view(const State& state) {
  screens::SendView view;
  view.online = state.online;
  view.kept_on_device = state.keep == Keep::Open || state.keep == Keep::Pin;
  view.tries = state.tries_by_hand;
  for (const Pending& pending : state.outbox) {
    const auto record = protocol::decode_record(pending.record);
    if (!record) continue;
    const std::string reference = protocol::record_reference(protocol::record_hash(pending.record));
    const auto lines = lines_of(state, *record, pending.state, reference);
    view.lines.insert(view.lines.end(), lines.begin(), lines.end());
    if (!pending.problem.empty()) view.problem = pending.problem;
  }
  return view;
}

// Children nothing has been said for yet.
std::vector<screens::PersonLine> children_left(const State& state) {
  std::vector<screens::PersonLine> left;
  for (const screens::PersonLine& child : state.person->children) {
    if (newest_notice_hash(state, child.id).empty()) left.push_back(child);
  }
  return left;
}

// Which of the person's children this is about, if any.
std::optional<std::size_t> child_in(const State& state, const Held& held) {
  for (std::size_t i = 0; i < state.person->children.size(); ++i) {
    if (state.person->children[i].id == common_of(held).person) return i;
  }
  return std::nullopt;
}

// An objection along with choices is told among them; a deletion goes along with a withdrawal.
void tell_kind(screens::DoneView& view, const protocol::AnyRecord& record) {
  if (const auto* consent = std::get_if<protocol::ConsentRecord>(&record)) {
    for (const protocol::Choice& choice : consent->choices) {
      const bool taken_back = choice.decision == protocol::Decision::Withdrawn;
      view.kind = taken_back ? screens::DoneKind::Withdrawn : screens::DoneKind::Chosen;
      view.any_no = view.any_no || choice.decision == protocol::Decision::Refused;
    }
  } else if (const auto* request = std::get_if<protocol::RequestRecord>(&record)) {
    const bool deletion = request->kind == protocol::RequestKind::Delete;
    view.deletion_asked = view.deletion_asked || deletion;
    const bool objection = request->kind == protocol::RequestKind::Object;
    if (!deletion && view.lines.empty())
      view.kind = objection ? screens::DoneKind::Objected : screens::DoneKind::Asked;
    if (deletion && view.lines.empty()) view.kind = screens::DoneKind::Asked;
  }
}

screens::DoneView done_view(const State& state) {
  screens::DoneView view;
  view.key_kept = state.keep == Keep::Open || state.keep == Keep::Pin;
  view.children_left = children_left(state);
  view.children = state.person->children;
  for (const RecordId& id : state.last_signed) {
    const auto held = std::find_if(state.held.begin(), state.held.end(),
                                   [&](const Held& one) { return one.id == id; });
    if (held == state.held.end()) continue;
    if (view.reference.empty()) view.reference = held->reference;
    tell_kind(view, held->record);
    view.child = child_name(state, child_in(state, *held));
    view.base = base_of(child_in(state, *held));
    const auto lines = lines_of(state, held->record, screens::SendState::Sent, held->reference);
    view.lines.insert(view.lines.end(), lines.begin(), lines.end());
    for (const screens::RequestLine& request : requests_of(state, common_of(*held).person)) {
      if (request.reference == held->reference) view.due = request.request.due;
    }
  }
  return view;
}

std::vector<screens::ReceiptLine> receipt_lines(const State& state,
                                                const std::optional<PersonId>& about) {
  std::vector<screens::ReceiptLine> lines;
  for (auto held = state.held.rbegin(); held != state.held.rend(); ++held) {
    if (about && common_of(*held).person == *about)
      lines.push_back({held->reference, held->receipt.entry.envelope.server_time,
                       lines_of(state, held->record, screens::SendState::Sent, {})});
  }
  return lines;
}

screens::HomeView home_view(const State& state) {
  screens::HomeView view;
  const auto about = subject_of(state);
  view.is_child = state.route.child.has_value();
  view.name = view.is_child ? child_name(state, state.route.child) : state.person->name;
  view.base = base_of(state.route.child);
  view.choices = choice_lines(state);
  if (about) view.requests = requests_of(state, about);
  view.receipts = receipt_lines(state, about);
  if (!view.is_child) view.children = state.person->children;
  const std::string hash = newest_notice_hash(state, about);
  view.notice_changed = !hash.empty() && hash != state.facts.notice_hash;
  view.waiting = state.outbox.size();
  view.key_kept = state.keep == Keep::Open || state.keep == Keep::Pin;
  view.log_watch = state.log_watch;
  if (state.seen_log) view.log_since = state.seen_log->since;
  return view;
}

screens::CheckView check_view(const State& state) {
  return {child_name(state, state.route.child), base_of(state.route.child)};
}

Document choice_screen(const Context& context, const State& state) {
  const auto view = choice_view(state);
  if (!view) return screens::not_found(context, address_of(state.route));
  if (state.route.place == Place::Withdraw) return screens::withdraw(context, *view);
  if (state.route.place == Place::Object) return screens::object(context, *view);
  return screens::choice(context, *view);
}

Document receipt_screen(const Context& context, const State& state) {
  const auto held = std::find_if(state.held.begin(), state.held.end(), [&](const Held& one) {
    return one.reference == state.route.reference;
  });
  return held == state.held.end() ? screens::no_receipt(context)
                                  : screens::receipt(context, receipt_view(state, *held));
}

Document held_screen(const Context& context, const State& state) {
  screens::HeldView view;
  view.child = child_name(state, state.route.child);
  view.base = base_of(state.route.child);
  if (!state.confirmed) {
    view.code = state.confirmation_code;
    view.code_until = state.confirmation_until;
    view.asked_again = state.said_read_out;
    return screens::confirm_first(context, view);
  }
  if (!state.held_about) return screens::opening(context, address_of(state.route));
  const auto person = subject_of(state);
  for (const HeldAbout& about : *state.held_about) {
    if (about.person == person) view.items = about.items;
  }
  return screens::held(context, view);
}

std::string reference_of(const State& state, const std::optional<Digest>& record) {
  const std::string hash = record ? encode_hex(*record) : std::string();
  const auto found = std::find_if(state.held.begin(), state.held.end(),
                                  [&](const Held& held) { return held.record_hash == hash; });
  return found == state.held.end() ? std::string() : found->reference;
}

Document uses_screen(const Context& context, const State& state) {
  screens::UsesView view;
  view.child = child_name(state, state.route.child);
  view.base = base_of(state.route.child);
  if (!state.confirmed) return screens::uses_closed(context, view);
  if (!state.uses_about) return screens::opening(context, address_of(state.route));
  const auto person = subject_of(state);
  for (const UsesAbout& about : *state.uses_about) {
    if (about.person != person) continue;
    for (const domain::Use& use : about.uses)
      view.uses.push_back({use, reference_of(state, use.choice)});
    view.stops = about.stops;
  }
  return screens::uses(context, view);
}

// Where the figures could not be had, the promises stand all the same.
Document promises_screen(const Context& context, const State& state) {
  const domain::Evidence* evidence = state.evidence ? &*state.evidence : nullptr;
  const bool on_its_way = state.is_under_way(Call::Evidence) || state.problem.empty();
  if (!evidence && on_its_way) return screens::opening(context, address_of(state.route));
  return screens::promises(context, evidence);
}

Document requests_screen(const Context& context, const State& state) {
  screens::RequestsView view{requests_of(state, std::nullopt)};
  std::reverse(view.requests.begin(), view.requests.end());
  return screens::requests(context, view);
}

Document request_screen(const Context& context, const State& state) {
  const std::string address = address_of(state.route);
  if (state.thread_status == 404) return screens::not_found(context, address);
  if (state.thread_status == 403) return screens::request_closed(context, address);
  const std::uint64_t number = state.route.number + 1;
  if (!state.thread || state.thread->request.number != number)
    return screens::opening(context, address);
  screens::RequestView view;
  view.thread = *state.thread;
  for (screens::RequestLine& line : requests_of(state, std::nullopt)) {
    if (line.request.number == number) view.line = std::move(line);
  }
  view.line.request = view.thread.request;
  if (!view.thread.changes.empty()) view.line.received = view.thread.changes.front().when;
  view.sent = state.message_sent;
  return screens::request(context, view);
}

std::vector<screens::RequestLine> open_ones(const State& state, const PersonId& person,
                                            const domain::RequestSubject& subject) {
  std::vector<screens::RequestLine> open;
  for (screens::RequestLine& line : requests_of(state, person)) {
    const bool same = line.request.subject == subject && domain::is_open(line.request.state);
    if (same && !line.waiting) open.push_back(std::move(line));
  }
  return open;
}

Document new_request_screen(const Context& context, const State& state) {
  const std::string address = address_of(state.route);
  const auto person = subject_of(state);
  const auto about = find_request_about(state);
  if (!about && is_request_about_awaited(state)) return screens::opening(context, address);
  if (!about || !person) return screens::not_found(context, address);
  screens::NewRequestView view;
  view.subject = about->subject;
  view.summary = about->summary;
  const Date today = domain::uk_time(context.now).date;
  for (const domain::RequestKind kind : kRequestKinds) {
    if (const auto due = due_for_new(state, kind, today)) view.kinds.emplace_back(kind, due->by);
  }
  view.open = open_ones(state, *person, view.subject);
  view.child = child_name(state, state.route.child);
  view.base = base_of(state.route.child);
  view.address = address;
  return screens::new_request(context, view);
}

Document read_screen(const Context& context, const State& state) {
  if (state.route.reference.empty()) return screens::read(context);
  const domain::Notice* then = notice_by_hash(state, state.route.reference);
  if (then) return screens::read(context, then);
  const bool on_its_way = state.is_under_way(Call::OldNotice) || !state.problem.empty();
  const std::string address = address_of(state.route);
  return on_its_way ? screens::opening(context, address) : screens::not_found(context, address);
}

screens::StartView start_view(const State& state) {
  const auto code = state.fields.find(screens::kFieldCode);
  const bool invited = code != state.fields.end() && !code->second.empty();
  return {state.visit_lost, state.others_here && !invited && !state.pin_gone && !state.session};
}

Document public_view(const Context& context, const State& state) {
  switch (state.route.place) {
    case Place::Start:
      return screens::start(context, start_view(state));
    case Place::Read:
      return read_screen(context, state);
    case Place::Help:
      return screens::help(context);
    case Place::Leaving:
      return screens::leaving(context);
    case Place::Settings:
      return screens::own_settings(
          context, {state.settings_saved, state.keep != Keep::Nothing && state.storage_available});
    case Place::Privacy:
      return screens::privacy(context);
    case Place::Accessibility:
      return screens::accessibility(context);
    case Place::Code:
      return screens::code(context);
    case Place::Finished:
      return screens::finished(context, state.ending);
    case Place::CheckReceipt:
      return screens::check_receipt(context, state.verify);
    default:
      return screens::not_found(context, "/");
  }
}

Document coming_in_view(const Context& context, const State& state) {
  switch (state.route.place) {
    case Place::Device:
      return screens::device(context,
                             {state.storage_available, state.others_here || state.open_here});
    case Place::PinSet:
      return screens::pin_set(context);
    default:
      return screens::unlock(context, {state.pin_tries_left, state.pin_gone});
  }
}

Document personal_view(const Context& context, const State& state) {
  switch (state.route.place) {
    case Place::Contact:
      return screens::contact(context);
    case Place::Purpose:
      if (state.route.number < state.facts.notice.purposes.size())
        return screens::purpose(context, purpose_view(state));
      return screens::not_found(context, address_of(state.route));
    case Place::CheckAnswers:
      return screens::check_answers(context, check_view(state));
    case Place::Sending:
      return screens::sending(context, send_view(state));
    case Place::Done:
      return screens::done(context, done_view(state));
    case Place::Home:
      return screens::home(context, home_view(state));
    case Place::Choice:
    case Place::Withdraw:
    case Place::Object:
      return choice_screen(context, state);
    case Place::Changed:
      return screens::changed(context, changed_view(state));
    case Place::Recovery:
      return screens::recovery(context, {state.recovery_code});
    case Place::Held:
      return held_screen(context, state);
    case Place::Uses:
      return uses_screen(context, state);
    case Place::Promises:
      return promises_screen(context, state);
    case Place::Requests:
      return requests_screen(context, state);
    case Place::Request:
      return request_screen(context, state);
    case Place::NewRequest:
      return new_request_screen(context, state);
    case Place::Receipt:
      return receipt_screen(context, state);
    default:
      return screens::not_found(context, "/");
  }
}

bool is_coming_in(Place place) {
  return place == Place::Device || place == Place::PinSet || place == Place::Unlock;
}

Document screen_of(const State& state, const Context& context) {
  if (is_public(state.route.place)) return public_view(context, state);
  if (is_coming_in(state.route.place)) return coming_in_view(context, state);
  // A child's page needs that child to exist; one that is not there and one that may not be seen
  // look the same. Who the children are is known with the session, not from what the phone keeps.
  const bool nobody = state.session && state.person && !subject_of(state);
  if (nobody) return screens::not_found(context, address_of(state.route));
  // Signed but not sent can be shown without a session; everything else waits for the person's
  // records.
  const bool ready = state.session || state.route.place == Place::Sending;
  if (!ready || !state.person) return screens::opening(context, address_of(state.route));
  return personal_view(context, state);
}

}  // namespace

Document view(const State& state, Instant now) {
  const Context context = context_of(state, now);
  Document document = screen_of(state, context);
  if (state.warned_seconds) {
    const bool key_kept = state.keep == Keep::Pin;
    document.dialog.push_back(screens::time_out(context, {*state.warned_seconds, key_kept}));
  }
  return document;
}

}  // namespace sayso::client
