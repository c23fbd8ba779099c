#include "shared/encoding/request_json.h"

#include <doctest/doctest.h>

namespace sayso::encoding {
namespace {

domain::RequestThread sample() {
  domain::RequestThread thread;
  domain::Request& request = thread.request;
  request.number = 7;
  request.id = RecordId("record");
  request.person = PersonId("person");
  request.kind = domain::RequestKind::Delete;
  request.subject = {PurposeId("join-up"), OrganisationId("schools"),
                     domain::ItemName{OrganisationId("schools"), "att-1"}, EntryIndex(0)};
  request.received = {2026, 11, 23};
  request.state = domain::RequestState::Extended;
  request.due = Date{2027, 2, 23};
  request.like = 3;
  thread.changes = {{domain::RequestState::Received, Instant{1}},
                    {domain::RequestState::Extended, Instant{2}}};
  thread.messages = {{domain::MessageAuthor::Team, Instant{3}, "Which?"}};
  thread.extension = "There is much to read.";
  return thread;
}

std::string fault_at(Json json, const std::string& name, Json value) {
  json.object()->insert_or_assign(name, std::move(value));
  const auto decoded = decode_thread(json);
  REQUIRE_FALSE(decoded.has_value());
  return decoded.error().pointer;
}

}  // namespace

TEST_CASE("a request and its thread come back as they were") {
  const Json json = encode_thread(sample());
  const auto decoded = decode_thread(json);
  REQUIRE(decoded.has_value());
  CHECK(encode_thread(*decoded) == json);
  CHECK(decoded->request.subject == sample().request.subject);
  CHECK(decoded->request.due == Date{2027, 2, 23});
  CHECK(decoded->messages[0].text == "Which?");
}

TEST_CASE("what may be left out is left out") {
  domain::RequestThread thread;
  thread.request.number = 1;
  thread.request.received = {2026, 11, 23};
  const Json json = encode_thread(thread);
  for (const char* name :
       {"purpose", "organisation", "item", "use", "due", "like", "extension", "outcome"})
    CHECK(json.find(name) == nullptr);
  const auto decoded = decode_thread(json);
  REQUIRE(decoded.has_value());
  CHECK(decoded->request.subject == domain::RequestSubject());
}

TEST_CASE("what is no request is refused where it is wrong") {
  const Json json = encode_thread(sample());
  CHECK(fault_at(json, "number", 0) == "/number");
  CHECK(fault_at(json, "kind", "move") == "/kind");
  CHECK(fault_at(json, "state", "late") == "/state");
  CHECK(fault_at(json, "received", "2026-02-30") == "/received");
  CHECK(fault_at(json, "due", "soon") == "/due");
  CHECK(fault_at(json, "more", "x") == "/more");
  Json without = json;
  without.object()->erase("purpose");
  REQUIRE_FALSE(decode_thread(without).has_value());
  CHECK(decode_thread(without).error().pointer == "/organisation");
}

}  // namespace sayso::encoding
