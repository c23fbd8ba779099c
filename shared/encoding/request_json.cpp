#include "shared/encoding/request_json.h"

#include <string>
#include <utility>

namespace sayso::encoding {
namespace {

using domain::Request;
using domain::RequestChange;
using domain::RequestMessage;
using domain::RequestThread;

Json number(std::uint64_t value) { return static_cast<std::int64_t>(value); }

std::uint64_t read_number(Fields& fields, std::string_view name, std::int64_t least) {
  return static_cast<std::uint64_t>(fields.integer(name, least, kMaxInteger));
}

// Refuses the member where `decode` makes nothing of it.
template <class Decode>
auto read_as(Fields& fields, std::string_view name, Decode decode) {
  const auto value = decode(fields.text(name));
  if (!value) fields.refuse(name);
  return value ? *value : std::decay_t<decltype(*value)>();
}

void write_subject(Json::Object& object, const domain::RequestSubject& subject) {
  if (subject.purpose) object.emplace("purpose", subject.purpose->value());
  if (subject.organisation) object.emplace("organisation", subject.organisation->value());
  if (subject.item)
    object.emplace("item", Json::Object{{"source", subject.item->source.value()},
                                        {"reference", subject.item->reference}});
  if (subject.use) object.emplace("use", number(subject.use->value()));
}

domain::RequestSubject read_subject(Fields& fields) {
  domain::RequestSubject subject;
  if (fields.has("purpose")) subject.purpose = PurposeId(fields.text("purpose"));
  if (fields.has("organisation")) {
    subject.organisation = OrganisationId(fields.text("organisation"));
    if (!subject.purpose) fields.refuse("organisation");
  }
  if (fields.has("item"))
    fields.object("item", [&](Fields& item) {
      subject.item = domain::ItemName{OrganisationId(item.text("source")), item.text("reference")};
    });
  if (fields.has("use")) subject.use = EntryIndex(read_number(fields, "use", 0));
  return subject;
}

}  // namespace

Json::Object encode_request(const Request& request) {
  Json::Object object{
      {"number", number(request.number)},          {"id", request.id.value()},
      {"person", request.person.value()},          {"kind", domain::name_of(request.kind)},
      {"received", encode_date(request.received)}, {"state", domain::name_of(request.state)}};
  write_subject(object, request.subject);
  if (request.due) object.emplace("due", encode_date(*request.due));
  if (request.like) object.emplace("like", number(*request.like));
  return object;
}

Request read_request(Fields& fields) {
  Request request;
  request.number = read_number(fields, "number", 1);
  request.id = RecordId(fields.text("id"));
  request.person = PersonId(fields.text("person"));
  request.kind = read_as(fields, "kind", domain::find_request_kind);
  request.received = read_as(fields, "received", decode_date);
  request.state = read_as(fields, "state", domain::find_request_state);
  request.subject = read_subject(fields);
  if (fields.has("due")) request.due = read_as(fields, "due", decode_date);
  if (fields.has("like")) request.like = read_number(fields, "like", 1);
  return request;
}

Json encode_message(const RequestMessage& message) {
  return Json::Object{{"from", domain::name_of(message.from)},
                      {"when", encode_instant(message.when)},
                      {"text", message.text}};
}

RequestMessage read_message(Fields& fields) {
  return {read_as(fields, "from", domain::find_message_author),
          read_as(fields, "when", decode_instant), fields.text("text")};
}

Json encode_changes(const std::vector<RequestChange>& changes) {
  Json::Array array;
  for (const RequestChange& change : changes)
    array.emplace_back(Json::Object{{"state", domain::name_of(change.state)},
                                    {"when", encode_instant(change.when)}});
  return array;
}

std::vector<RequestChange> read_changes(Fields& fields) {
  std::vector<RequestChange> changes;
  fields.objects("changes", [&](Fields& one) {
    changes.push_back(
        {read_as(one, "state", domain::find_request_state), read_as(one, "when", decode_instant)});
  });
  return changes;
}

Json encode_thread(const RequestThread& thread) {
  Json::Object object = encode_request(thread.request);
  Json::Array messages;
  for (const RequestMessage& message : thread.messages) messages.push_back(encode_message(message));
  object.emplace("messages", std::move(messages));
  object.emplace("changes", encode_changes(thread.changes));
  if (!thread.extension.empty()) object.emplace("extension", thread.extension);
  if (!thread.outcome.empty()) object.emplace("outcome", thread.outcome);
  return object;
}

Expected<RequestThread, FieldProblem> decode_thread(const Json& json) {
  RequestThread thread;
  const auto read = read_fields(json, [&](Fields& fields) {
    thread.request = read_request(fields);
    fields.objects("messages", [&](Fields& one) { thread.messages.push_back(read_message(one)); });
    thread.changes = read_changes(fields);
    thread.extension = fields.optional_text("extension");
    thread.outcome = fields.optional_text("outcome");
  });
  if (!read) return failure(read.error());
  return thread;
}

}  // namespace sayso::encoding
