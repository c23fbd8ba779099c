#include "server/app/requests.h"

#include <algorithm>
#include <utility>

#include "server/app/people.h"
#include "server/app/request_rows.h"
#include "server/app/statements.h"
#include "shared/base/check.h"
#include "shared/domain/civil_time.h"
#include "shared/encoding/crockford.h"
#include "shared/encoding/request_json.h"

namespace sayso::app {
namespace {

using domain::RequestState;
using domain::RequestStep;
using encoding::Json;

protocol::OutcomeKind outcome_of(RequestState state) {
  switch (state) {
    case RequestState::Waiting:
      return protocol::OutcomeKind::Waiting;
    case RequestState::Extended:
      return protocol::OutcomeKind::Extended;
    case RequestState::Done:
      return protocol::OutcomeKind::Done;
    case RequestState::Refused:
      return protocol::OutcomeKind::Refused;
    case RequestState::Received:
    case RequestState::Looking:
      break;
  }
  return protocol::OutcomeKind::Looking;
}

Date today(Instant now) { return domain::uk_time(now).date; }

tl::unexpected<Refusal> refuse(const char* field) {
  return failure(Refusal{Problem::Body, field, {}});
}

domain::RequestCourse course_of(const Case& one) {
  return {one.request.kind, one.request.received, one.request.state, !one.extension.empty(),
          one.waits};
}

void work_out_due(const Desk& desk, Case& one) {
  const Settings& settings = desk.settings();
  const auto due = domain::due_now(course_of(one), settings.bank_holidays, settings.due);
  one.request.due = due ? std::optional(due->by) : std::nullopt;
}

// The newest open one of the same signer that asks the same.
std::optional<std::uint64_t> find_like(const Vault& vault, const Rows& rows, const Case& one) {
  auto numbers = load_numbers(vault, rows, one.signer);
  std::reverse(numbers.begin(), numbers.end());
  for (const std::uint64_t number : numbers) {
    const auto earlier = load_case(vault, rows, one.signer, number);
    if (earlier && domain::is_open(earlier->request.state) &&
        domain::ask_the_same(earlier->request, one.request))
      return number;
  }
  return std::nullopt;
}

bool is_in_time(const Desk& desk, const Case& one, Instant now) {
  const Settings& settings = desk.settings();
  return domain::may_extend(course_of(one), today(now), settings.bank_holidays, settings.due);
}

protocol::RequestAnswered statement_of(const Case& one, RequestState state) {
  protocol::RequestAnswered said;
  const auto hash = decode_hex(one.record);
  CHECK(hash && hash->size() == said.request.size());
  std::copy(hash->begin(), hash->end(), said.request.begin());
  said.kind = outcome_of(state);
  return said;
}

bool add_question(const Desk& desk, Unit& unit, Case& one, const std::string& text) {
  if (one.messages >= domain::kMaxMessages) return false;
  encoding::IdBytes id{};
  desk.random().fill(id);
  add_message(desk, unit, one,
              {RecordId(encoding::encode_id(id)), {domain::MessageAuthor::Team, unit.now(), text}});
  return true;
}

void keep_waits(Case& one, RequestState to, Date day) {
  const bool waited = one.request.state == RequestState::Waiting;
  const bool waits = to == RequestState::Waiting;
  if (waited && !waits) one.waits.back().until = day;
  if (!waited && waits) one.waits.push_back({day, std::nullopt});
}

}  // namespace

void open_case(const Desk& desk, Unit& unit, const protocol::RequestRecord& record,
               const Signed& was_signed) {
  Vault& vault = desk.vault();
  Case one;
  one.signer = was_signed.signer;
  one.key = was_signed.key;
  one.record = was_signed.hash;
  one.request.number = was_signed.running;
  one.request.id = record.common.id;
  one.request.person = record.common.person;
  one.request.kind = protocol::meaning_of(record.kind);
  one.request.subject = protocol::subject_of(record);
  one.request.received = today(unit.now());
  one.request.like = find_like(vault, unit.rows(), one);
  one.changes.push_back({RequestState::Received, unit.now()});
  one.number = list_case(vault, unit.rows(), one.request.person,
                         {was_signed.signer, was_signed.running}, unit.now());
  if (!record.text.empty())
    add_message(desk, unit, one,
                {record.common.id, {domain::MessageAuthor::Person, unit.now(), record.text}});
  store_case(desk, unit, one);
}

std::optional<Case> find_case(const Desk& desk, const Rows& rows, const PersonId& signer,
                              std::uint64_t running) {
  auto one = load_case(desk.vault(), rows, signer, running);
  if (one) work_out_due(desk, *one);
  return one;
}

std::optional<Case> find_case(const Desk& desk, const Rows& rows, std::uint64_t number) {
  const auto pointer = load_pointer(desk.vault(), rows, number);
  return pointer ? find_case(desk, rows, pointer->signer, pointer->running) : std::nullopt;
}

std::vector<Case> find_cases(const Desk& desk, const Rows& rows, const PersonId& signer,
                             Instant now) {
  std::vector<Case> cases;
  for (const std::uint64_t number : load_numbers(desk.vault(), rows, signer)) {
    auto one = find_case(desk, rows, signer, number);
    if (one && may_follow(desk, rows, *one, now)) cases.push_back(std::move(*one));
  }
  std::reverse(cases.begin(), cases.end());
  return cases;
}

bool may_follow(const Desk& desk, const Rows& rows, const Case& one, Instant now) {
  if (one.request.person == one.signer) return true;
  const auto child = find_profile(desk.vault(), rows, one.request.person);
  return child && may_choose_for(*child, one.signer, now);
}

Outcome<void> take_step(const Desk& desk, Unit& unit, Case& one, RequestStep step,
                        const std::string& text) {
  const auto to = domain::state_after(one.request.state, step, !one.extension.empty());
  if (!to || (step == RequestStep::Extend && !is_in_time(desk, one, unit.now())))
    return refuse("/state");
  // Of one that waits, too, an extension is what is said.
  const RequestState stated = step == RequestStep::Extend ? RequestState::Extended : *to;
  if (!append_about(desk, unit, one.request.person, statement_of(one, stated)))
    return refuse("/request");
  if (step == RequestStep::Ask && !add_question(desk, unit, one, text)) return refuse("/text");
  if (step == RequestStep::Extend) one.extension = text;
  if (!domain::is_open(*to)) one.outcome = text;
  keep_waits(one, *to, today(unit.now()));
  one.request.state = *to;
  one.changes.push_back({stated, unit.now()});
  one.proposal.reset();
  store_case(desk, unit, one);
  return {};
}

void store_case(const Desk& desk, Unit& unit, const Case& one) {
  store_case_row(desk.vault(), unit.rows(), one, unit.now());
}

void add_message(const Desk& desk, Unit& unit, Case& one, const Written& written) {
  CHECK(one.messages < domain::kMaxMessages);
  store_message(desk.vault(), unit.rows(), one, ++one.messages, written, unit.now());
}

std::vector<Written> find_messages(const Vault& vault, const Rows& rows, const Case& one) {
  std::vector<Written> messages;
  for (std::uint64_t number = 1; number <= one.messages; ++number) {
    if (auto message = load_message(vault, rows, one, number))
      messages.push_back(std::move(*message));
  }
  return messages;
}

domain::RequestThread thread_of(const Vault& vault, const Rows& rows, const Case& one) {
  domain::RequestThread thread{one.request, one.changes, {}, one.extension, one.outcome};
  for (Written& written : find_messages(vault, rows, one))
    thread.messages.push_back(std::move(written.message));
  return thread;
}

Json::Array describe_requests(const Desk& desk, const Rows& rows, const PersonId& signer,
                              Instant now) {
  Json::Array requests;
  for (const Case& one : find_cases(desk, rows, signer, now))
    requests.emplace_back(encoding::encode_request(one.request));
  return requests;
}

bool was_refused(const Vault& vault, const Rows& rows, const PersonId& signer,
                 std::uint64_t running) {
  const auto one = load_case(vault, rows, signer, running);
  return one && one->request.state == RequestState::Refused;
}

}  // namespace sayso::app
