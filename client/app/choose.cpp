// Choosing: one purpose a page, yes or no for each named organisation; then what was chosen becomes
// signed records.
#include "client/app/old_notices.h"
#include "client/app/parts.h"
#include "client/app/people.h"
#include "client/app/sign.h"
#include "shared/screens/names.h"

namespace sayso::client {
namespace {

using domain::Purpose;
using domain::Remedy;

// Answers are about one person: those for another must not stand there already picked.
void clear_answers(State& state) {
  for (auto field = state.fields.begin(); field != state.fields.end();)
    field = screens::is_choice_field(field->first) ? state.fields.erase(field) : std::next(field);
  state.fields.erase(screens::kFieldReason);
  state.picked_about.reset();
}

bool is_long_reason(const State& state) {
  const auto reason = state.fields.find(screens::kFieldReason);
  return reason != state.fields.end() && reason->second.size() > protocol::kMaxRequestTextBytes;
}

// By field: what a person has to mend on this page before going on. Nobody's words are cut short.
std::map<std::string, std::string> faults_of(const State& state, const Purpose& purpose) {
  std::map<std::string, std::string> errors;
  if (domain::remedy_of(purpose) != Remedy::AgreeOrRefuse) {
    if (is_long_reason(state)) errors[screens::kFieldReason] = "error.reason.long";
    return errors;
  }
  for (const domain::Question& question : purpose.questions) {
    const std::string name = screens::choice_field(purpose.id, question.organisation);
    const auto field = state.fields.find(name);
    const bool answered =
        field != state.fields.end() && (field->second == "yes" || field->second == "no");
    if (!answered) errors[name] = "error.choice.empty";
  }
  return errors;
}

Route purpose_page(const State& state, std::size_t number) {
  return {.place = Place::Purpose, .child = state.route.child, .number = number, .reference = {}};
}

std::string field_value(const State& state, const std::string& name) {
  const auto field = state.fields.find(name);
  return field == state.fields.end() ? std::string() : field->second;
}

std::vector<Decided> decided_in(const State& state, const Purpose& purpose) {
  std::vector<Decided> decided;
  for (const domain::Question& question : purpose.questions) {
    const bool yes =
        field_value(state, screens::choice_field(purpose.id, question.organisation)) == "yes";
    decided.push_back({purpose.id, question.organisation,
                       yes ? domain::Decision::Agreed : domain::Decision::Refused});
  }
  return decided;
}

void sign_objections(Step& step, const PersonId& about, const Purpose& purpose) {
  for (const domain::Question& question : purpose.questions) {
    const std::string name = screens::choice_field(purpose.id, question.organisation);
    if (field_value(step.state, name + ":object") == "yes")
      sign_request(step, about,
                   {protocol::RequestKind::Object,
                    {purpose.id, question.organisation, {}, {}},
                    field_value(step.state, screens::kFieldReason)});
  }
}

// A person's own answer, as it counts now.
void pick(State& state, const domain::Choice& choice) {
  const std::string name = screens::choice_field(choice.purpose, choice.organisation);
  if (choice.state == domain::State::Agreed) state.fields[name] = "yes";
  if (choice.state == domain::State::Refused || choice.state == domain::State::Withdrawn)
    state.fields[name] = "no";
}

// What was said to other words than those that are asked by now is not picked for anybody.
void pick_what_was_said_to_this(State& state, const std::optional<PersonId>& about,
                                const domain::NoticeChanges& changes) {
  const std::string answered = newest_notice_hash(state, about);
  const bool known = notice_by_hash(state, answered) != nullptr;
  for (const domain::Choice& choice : choices_of(state, about)) {
    if (choice.history.empty()) continue;
    const std::string said_to = encode_hex(choice.history.back().made.notice_hash);
    const bool as_before = known && said_to == answered &&
                           !domain::asks_again(changes, choice.purpose, choice.organisation);
    if (as_before || said_to == state.facts.notice_hash) pick(state, choice);
  }
}

// The page of the first question that is asked in other words than those that were answered; the
// first page where there is none, or nothing was answered yet.
std::size_t first_to_ask(const State& state, const domain::NoticeChanges& changes) {
  const auto& purposes = state.facts.notice.purposes;
  for (std::size_t i = 0; i < purposes.size(); ++i) {
    for (const domain::Question& question : purposes[i].questions) {
      if (domain::asks_again(changes, purposes[i].id, question.organisation)) return i;
    }
  }
  return 0;
}

}  // namespace

void keep_and_send(Step& step, std::size_t before) {
  State& state = step.state;
  state.last_signed.clear();
  for (std::size_t i = before; i < state.outbox.size(); ++i) {
    state.last_signed.push_back(state.outbox[i].id);
    state.no_receipt_yet.insert(state.outbox[i].id);
  }
  step.save();
  step.go(to(Place::Sending), Step::History::Replace);
  send_next(step);
}

void on_changed(Step& step, const Changed& changed) {
  step.state.fields[changed.name] = changed.value;
  // A draft outlives a battery, where the person lets this device keep anything.
  if (screens::is_choice_field(changed.name)) step.save();
}

void begin_choosing(Step& step, std::string_view base) {
  State& state = step.state;
  clear_answers(state);
  Route route = parse_route(std::string(base) + "/choices/1");
  if (route.place != Place::Purpose) route = parse_route("/choices/1");
  const auto about = subject_at(state, route);
  const domain::NoticeChanges changes = changes_since_answered(state, about);
  pick_what_was_said_to_this(state, about, changes);
  route.number = first_to_ask(state, changes);
  state.picked_about = about;
  arrive(step, route, Step::History::Push);
}

void keep_answers_apart(State& state) {
  const auto about = subject_of(state);
  if (!about) return;
  if (state.picked_about && *state.picked_about != *about) clear_answers(state);
  state.picked_about = about;
}

// What counts now stands picked, so that changing one answer does not ask for all the others again.
void pick_what_is_in_force(State& state) {
  for (const domain::Choice& choice : choices_of(state, subject_of(state))) pick(state, choice);
}

void choose_one(Step& step, std::string_view number) {
  State& state = step.state;
  const auto choices = choices_of(state, subject_of(state));
  Route line = parse_route("/home/" + std::string(number));
  if (line.place != Place::Choice || line.number >= choices.size()) return;
  const auto& purposes = state.facts.notice.purposes;
  for (std::size_t i = 0; i < purposes.size(); ++i) {
    if (purposes[i].id != choices[line.number].purpose) continue;
    clear_answers(state);
    keep_answers_apart(state);
    pick_what_is_in_force(state);
    return step.go(purpose_page(state, i));
  }
}

void press_answer(Step& step) {
  State& state = step.state;
  if (state.route.place != Place::Purpose ||
      state.route.number >= state.facts.notice.purposes.size())
    return;
  state.errors = faults_of(state, state.facts.notice.purposes[state.route.number]);
  if (!state.errors.empty()) return;
  const std::size_t next = state.route.number + 1;
  if (next < state.facts.notice.purposes.size()) return step.go(purpose_page(state, next));
  Route check = purpose_page(state, 0);
  check.place = Place::CheckAnswers;
  step.go(check);
}

void press_no_to_all(Step& step) {
  State& state = step.state;
  if (state.route.place != Place::Purpose ||
      state.route.number >= state.facts.notice.purposes.size())
    return;
  const Purpose& purpose = state.facts.notice.purposes[state.route.number];
  for (const domain::Question& question : purpose.questions)
    state.fields[screens::choice_field(purpose.id, question.organisation)] = "no";
  state.errors.clear();
}

void press_sign(Step& step) {
  State& state = step.state;
  const auto about = subject_of(state);
  if (state.route.place != Place::CheckAnswers || !about) return;
  keep_answers_apart(state);
  std::vector<Decided> decided;
  for (std::size_t i = 0; i < state.facts.notice.purposes.size(); ++i) {
    const Purpose& purpose = state.facts.notice.purposes[i];
    auto errors = faults_of(state, purpose);
    if (!errors.empty()) {
      step.go(purpose_page(state, i));
      state.errors = std::move(errors);
      return;
    }
    if (domain::remedy_of(purpose) != Remedy::AgreeOrRefuse) continue;
    for (Decided& one : decided_in(state, purpose)) decided.push_back(std::move(one));
  }
  const std::size_t before = state.outbox.size();
  if (!decided.empty()) sign_choices(step, *about, decided);
  for (const Purpose& purpose : state.facts.notice.purposes) {
    if (domain::remedy_of(purpose) == Remedy::Object) sign_objections(step, *about, purpose);
  }
  clear_answers(state);
  keep_and_send(step, before);
}

void press_withdraw(Step& step) {
  State& state = step.state;
  const auto about = subject_of(state);
  const auto choices = choices_of(state, about);
  if (state.route.place != Place::Withdraw || !about || state.route.number >= choices.size())
    return;
  const domain::Choice& choice = choices[state.route.number];
  if (!domain::may_follow(choice.state, domain::Decision::Withdrawn))
    return step.go(to(Place::Home));
  const std::size_t before = state.outbox.size();
  sign_choices(step, *about, {{choice.purpose, choice.organisation, domain::Decision::Withdrawn}});
  if (field_value(state, std::string(screens::kFieldDelete) + ":yes") == "yes")
    sign_request(step, *about,
                 {protocol::RequestKind::Delete,
                  {choice.purpose, choice.organisation, {}, {}},
                  {},
                  "withdraw.delete"});
  state.fields.erase(std::string(screens::kFieldDelete) + ":yes");
  keep_and_send(step, before);
}

void press_object(Step& step) {
  State& state = step.state;
  const auto about = subject_of(state);
  const auto choices = choices_of(state, about);
  if (state.route.place != Place::Object || !about || state.route.number >= choices.size()) return;
  const domain::Choice& choice = choices[state.route.number];
  if (choice.state != domain::State::NotConsent) return step.go(to(Place::Home));
  if (is_long_reason(state)) {
    state.errors = {{screens::kFieldReason, "error.reason.long"}};
    return;
  }
  const std::size_t before = state.outbox.size();
  sign_request(step, *about,
               {protocol::RequestKind::Object,
                {choice.purpose, choice.organisation, {}, {}},
                field_value(state, screens::kFieldReason)});
  state.fields.erase(screens::kFieldReason);
  keep_and_send(step, before);
}

}  // namespace sayso::client
