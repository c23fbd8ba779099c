// What a person asks the council for: started from a thing, signed like a choice, followed, and
// written about.
#include "client/app/requests.h"

#include <algorithm>
#include <utility>

#include "client/app/members.h"
#include "client/app/parts.h"
#include "client/app/people.h"
#include "client/app/sign.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/request_json.h"
#include "shared/screens/names.h"

namespace sayso::client {
namespace {

using domain::RequestKind;
using encoding::Fields;
using encoding::Json;

std::string field_value(const State& state, const std::string& name) {
  const auto field = state.fields.find(name);
  return field == state.fields.end() ? std::string() : field->second;
}

template <class About>
const About* find_about(const std::optional<std::vector<About>>& all, const PersonId& person) {
  if (!all) return nullptr;
  const auto found = std::find_if(all->begin(), all->end(),
                                  [&](const About& one) { return one.person == person; });
  return found == all->end() ? nullptr : &*found;
}

std::optional<RequestAbout> about_choice(const State& state, const PersonId& person) {
  const auto choices = choices_of(state, person);
  if (state.route.number >= choices.size()) return std::nullopt;
  const domain::Choice& choice = choices[state.route.number];
  return RequestAbout{{choice.purpose, choice.organisation, {}, {}}, {}};
}

std::optional<RequestAbout> about_item(const State& state, const PersonId& person) {
  const HeldAbout* held = find_about(state.held_about, person);
  if (!held || state.route.number >= held->items.size()) return std::nullopt;
  const domain::HeldItem& item = held->items[state.route.number];
  return RequestAbout{{{}, {}, domain::ItemName{item.source, item.reference}, {}}, item.summary};
}

std::optional<RequestAbout> about_use(const State& state, const PersonId& person) {
  const UsesAbout* uses = find_about(state.uses_about, person);
  if (!uses || state.route.number >= uses->uses.size()) return std::nullopt;
  const domain::Use& use = uses->uses[state.route.number];
  RequestAbout about{{use.purpose, {}, {}, use.entry}, {}};
  // Named only where the notice asks about it.
  const domain::Purpose* purpose = domain::find_purpose(state.facts.notice, use.purpose);
  if (!purpose) about.subject.purpose.reset();
  if (purpose && domain::find_question(*purpose, use.organisation))
    about.subject.organisation = use.organisation;
  return about;
}

bool needs_words(RequestKind kind) {
  return kind == RequestKind::Correct || kind == RequestKind::Complain || kind == RequestKind::Ask;
}

protocol::RequestKind signed_kind(RequestKind kind) {
  constexpr protocol::RequestKind kAll[] = {
      protocol::RequestKind::See,      protocol::RequestKind::Correct,
      protocol::RequestKind::Delete,   protocol::RequestKind::Limit,
      protocol::RequestKind::Object,   protocol::RequestKind::Move,
      protocol::RequestKind::Complain, protocol::RequestKind::Ask};
  for (const protocol::RequestKind one : kAll) {
    if (protocol::meaning_of(one) == kind) return one;
  }
  return protocol::RequestKind::Ask;
}

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \n\t") == std::string::npos;
}

std::map<std::string, std::string> faults_of(const std::optional<RequestKind>& kind,
                                             const std::string& text) {
  std::map<std::string, std::string> errors;
  if (!kind) errors[screens::kFieldRequestKind] = "error.request.kind";
  if (kind && needs_words(*kind) && is_blank(text))
    errors[screens::kFieldRequestText] = "error.request.text";
  if (text.size() > protocol::kMaxRequestTextBytes)
    errors[screens::kFieldRequestText] = "error.reason.long";
  return errors;
}

// As it was typed or pasted: tabs become blanks, what is no text goes.
std::string plain(std::string text) {
  std::replace(text.begin(), text.end(), '\t', ' ');
  std::erase_if(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7F;
  });
  return text;
}

}  // namespace

std::optional<RequestAbout> find_request_about(const State& state) {
  const auto person = subject_of(state);
  if (!person) return std::nullopt;
  if (state.route.reference == "choice") return about_choice(state, *person);
  if (state.route.reference == "item") return about_item(state, *person);
  if (state.route.reference == "use") return about_use(state, *person);
  return RequestAbout();
}

bool is_request_about_awaited(const State& state) {
  return state.is_under_way(Call::HeldItems) || state.is_under_way(Call::Uses);
}

void want_requests(Step& step) {
  if (step.state.is_under_way(Call::Requests)) return;
  step.call(Call::Requests, "GET", "/api/requests");
}

void take_requests(State& state, const Json& list) {
  std::vector<domain::Request> requests;
  const Json whole = Json::Object{{"requests", list}};
  const auto read = encoding::read_fields(whole, [&](Fields& fields) {
    fields.objects("requests",
                   [&](Fields& one) { requests.push_back(encoding::read_request(one)); });
  });
  if (read) state.requests = std::move(requests);
}

void answered_requests(Step& step, const Answered& answer) {
  State& state = step.state;
  if (answer.status == 401) return sign_in(step);
  const auto json = encoding::decode_json(answer.body, kAnswerLimits);
  const Json* list = json ? json->find("requests") : nullptr;
  const Json* days = json ? json->find("question_days") : nullptr;
  if (answer.status != 200 || !list || !days || !days->integer()) {
    state.problem = problem_of(answer.status);
    return;
  }
  state.question_days = static_cast<int>(*days->integer());
  take_requests(state, *list);
}

void want_request(Step& step) {
  State& state = step.state;
  if (state.is_under_way(Call::Request)) return;
  state.thread_status = 0;
  state.message_sent = false;
  step.call(Call::Request, "GET", "/api/requests/" + std::to_string(state.route.number + 1));
}

// To a message as to the request itself: both bring the thread as it stands.
void answered_request(Step& step, const Answered& answer) {
  State& state = step.state;
  const bool was_message = state.busy && state.unsent;
  state.busy = false;
  if (answer.status == 401) return sign_in(step);
  const auto json = encoding::decode_json(answer.body, kAnswerLimits);
  auto thread = json ? encoding::decode_thread(*json) : failure(encoding::FieldProblem());
  if (answer.status > 299 || answer.status < 200 || !thread) {
    const bool is_no = answer.status == 403 || answer.status == 404;
    if (is_no) state.thread_status = answer.status;
    if (!is_no)
      state.problem = answer.status == 422 ? "problem.message" : problem_of(answer.status);
    return;
  }
  state.thread_status = answer.status;
  state.thread = std::move(*thread);
  if (!was_message) return;
  state.unsent.reset();
  state.message_sent = true;
  state.fields.erase(screens::kFieldMessage);
  want_requests(step);
}

void press_request(Step& step) {
  State& state = step.state;
  const auto person = subject_of(state);
  const auto about = find_request_about(state);
  if (state.route.place != Place::NewRequest || !person || !about) return;
  const auto kind = domain::find_request_kind(field_value(state, screens::kFieldRequestKind));
  const std::string text = plain(field_value(state, screens::kFieldRequestText));
  state.errors = faults_of(kind, text);
  if (!state.errors.empty()) return;
  const std::size_t before = state.outbox.size();
  sign_request(step, *person,
               {signed_kind(*kind), about->subject, is_blank(text) ? std::string() : text});
  state.fields.erase(screens::kFieldRequestKind);
  state.fields.erase(screens::kFieldRequestText);
  keep_and_send(step, before);
}

void press_message(Step& step) {
  State& state = step.state;
  if (state.route.place != Place::Request || !state.thread) return;
  const std::string text = plain(field_value(state, screens::kFieldMessage));
  state.errors.clear();
  if (is_blank(text))
    state.errors = {{screens::kFieldMessage, "error.message.empty"}};
  else if (!domain::is_message(text))
    state.errors = {{screens::kFieldMessage, "error.message.long"}};
  if (!state.errors.empty()) return;
  if (!state.unsent || state.unsent->text != text) {
    state.unsent = domain::RequestMessage{domain::MessageAuthor::Person, step.now, text};
    state.unsent_id = fresh_id(step);
  }
  state.busy = true;
  state.problem.clear();
  step.call(Call::Message, "POST",
            "/api/requests/" + std::to_string(state.thread->request.number) + "/messages",
            json_text({{"id", state.unsent_id.value()}, {"text", text}}));
}

}  // namespace sayso::client
