// A person follows what they asked for: their own list, one with its thread, a message to it.
//
// A number that is somebody else's, one that is nobody's and one about a child who is theirs no
// longer are the same answer. What was written opens to the key that made the request and to
// confirmed ones: somebody else may have come in by a second letter.
#include <algorithm>
#include <functional>
#include <utility>

#include "server/app/confirm.h"
#include "server/app/portal.h"
#include "server/app/requests.h"
#include "server/app/sequencer.h"
#include "server/app/session.h"
#include "shared/encoding/crockford.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/request_json.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;
using Sent = std::optional<MessageSent>;
using Answer = std::function<Outcome<Sent>()>;

tl::unexpected<Refusal> refuse(Problem problem, const char* field = "") {
  return failure(Refusal{problem, field, {}});
}

Outcome<std::optional<Case>> find_own(const Desk& desk, const Rows& rows, const Session& session,
                                      std::uint64_t number, Instant now) {
  auto one = find_case(desk, rows, session.person, number);
  if (!one || !may_follow(desk, rows, *one, now)) return std::optional<Case>();
  if (!is_confirmed(session) && one->key != session.key) return refuse(Problem::NotConfirmed);
  return one;
}

Outcome<Written> read_message(const Json& body) {
  Written written;
  const auto read = encoding::read_fields(body, [&](Fields& fields) {
    const std::string id = fields.text("id");
    if (!encoding::is_id(id)) fields.refuse("id");
    written.id = RecordId(id);
    written.message.text = fields.text("text");
    if (!domain::is_message(written.message.text)) fields.refuse("text");
  });
  if (!read) return failure(Refusal{Problem::Body, read.error().pointer, {}});
  return written;
}

const Written* find_same(const std::vector<Written>& messages, const RecordId& id) {
  const auto same = std::find_if(messages.begin(), messages.end(),
                                 [&](const Written& one) { return one.id == id; });
  return same == messages.end() ? nullptr : &*same;
}

Answer answer_with(const Desk& desk, const Rows& rows, const Case& one, bool is_new) {
  Json json = encoding::encode_thread(thread_of(desk.vault(), rows, one));
  return [json = std::move(json), is_new]() -> Outcome<Sent> { return MessageSent{json, is_new}; };
}

Outcome<Answer> send(const Desk& desk, Unit& unit, const std::string& token, std::uint64_t number,
                     Written written) {
  const auto session = resolve_session(desk, unit.rows(), token, unit.now());
  if (!session) return failure(session.error());
  auto found = find_own(desk, unit.rows(), *session, number, unit.now());
  if (!found) return failure(found.error());
  if (!*found) return Answer([]() -> Outcome<Sent> { return Sent(); });
  Case& one = **found;
  const auto messages = find_messages(desk.vault(), unit.rows(), one);
  if (const Written* same = find_same(messages, written.id)) {
    if (same->message.text != written.message.text) return refuse(Problem::RecordConflict);
    return answer_with(desk, unit.rows(), one, false);
  }
  if (!domain::is_open(one.request.state)) return refuse(Problem::Body, "/request");
  if (one.messages >= domain::kMaxMessages) return refuse(Problem::Body, "/text");
  written.message.when = unit.now();
  add_message(desk, unit, one, written);
  // What was going to be answered did not know of this.
  one.proposal.reset();
  store_case(desk, unit, one);
  if (one.request.state == domain::RequestState::Waiting) {
    if (auto replied = take_step(desk, unit, one, domain::RequestStep::Reply); !replied)
      return failure(replied.error());
  }
  const auto now = find_case(desk, unit.rows(), session->person, number);
  return answer_with(desk, unit.rows(), now ? *now : one, true);
}

}  // namespace

Outcome<Json> Portal::requests(std::string_view token) {
  const Instant now = desk_.clock().now();
  const StoredRows rows(desk_.store());
  const auto session = resolve_session(desk_, rows, token, now);
  if (!session) return failure(session.error());
  prolong_session(desk_, token, *session);
  return Json(
      Json::Object{{"requests", describe_requests(desk_, rows, session->person, now)},
                   {"question_days", std::int64_t{desk_.settings().due.question_working_days}}});
}

Outcome<std::optional<Json>> Portal::request(std::string_view token, std::uint64_t number) {
  const Instant now = desk_.clock().now();
  const StoredRows rows(desk_.store());
  const auto session = resolve_session(desk_, rows, token, now);
  if (!session) return failure(session.error());
  prolong_session(desk_, token, *session);
  const auto found = find_own(desk_, rows, *session, number, now);
  if (!found) return failure(found.error());
  if (!*found) return std::optional<Json>();
  return std::optional(encoding::encode_thread(thread_of(desk_.vault(), rows, **found)));
}

void Portal::send_message(std::string_view token, std::uint64_t number, const Json& body,
                          Done<Sent> done) {
  const auto session =
      resolve_session(desk_, desk_.sequencer().recent_rows(), token, desk_.clock().now());
  if (!session) return done(failure(session.error()));
  auto written = read_message(body);
  if (!written) return done(failure(written.error()));
  prolong_session(desk_, token, *session);
  desk_.sequencer().run<Sent>(
      [this, token = std::string(token), number, written = std::move(*written)](
          Unit& unit) -> Outcome<Answer> { return send(desk_, unit, token, number, written); },
      std::move(done));
}

}  // namespace sayso::app
