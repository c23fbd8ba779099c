#include "shared/protocol/statement.h"

#include <doctest/doctest.h>

#include "shared/protocol/envelope.h"
#include "shared/protocol/leaf.h"

namespace sayso::protocol {
namespace {

using encoding::Json;

const PersonId kPerson("0123456789abcdefghjkmnpqr0");

Statement make(decltype(Statement::what) what) {
  Statement statement;
  statement.id = RecordId("0123456789abcdefghjkmnpqrw");
  const bool is_about_nobody =
      std::holds_alternative<NoticePublished>(what) || std::holds_alternative<StaffChanged>(what);
  statement.what = std::move(what);
  statement.server_time = Instant{1'795'424'400};
  statement.running = 3;
  if (!is_about_nobody) statement.person = kPerson;
  return statement;
}

std::vector<Statement> one_of_each() {
  return {
      make(NoticePublished{{"turnaround-plus", "2", Digest{1}, "en"}}),
      make(Used{UseKind::Disclosed,
                "reviewer",
                OrganisationId("dclg"),
                {"school-attendance", "employment"},
                PurposeId("impact-study"),
                {Digest{2}, Digest{6}}}),
      make(Used{UseKind::Viewed,
                "key-worker",
                OrganisationId("turnaround-plus"),
                {"employment"},
                PurposeId("find-and-support"),
                {}}),
      make(RequestAnswered{Digest{3}, OutcomeKind::Refused}),
      make(Destroyed{"held", Digest{4}}),
      make(KeyConfirmed{Digest{5}, "key-worker"}),
      make(StopAcknowledged{OrganisationId("dclg"), PurposeId("impact-study"), StopStep::Stopped}),
      make(StaffChanged{RecordId("0123456789abcdefghjkmnpqr4"), StaffStep::RoleChanged, "dpo"})};
}

// The statement with one member of it, or of its record, changed.
Json changed(const Statement& statement, const std::string& name, const Json& value,
             bool in_record = true) {
  auto object = *encode_statement(statement).object();
  if (!in_record) {
    object[name] = value;
    return object;
  }
  auto record = *object.at("record").object();
  record[name] = value;
  object["record"] = record;
  return object;
}

TEST_CASE("each kind of statement is read back as it was written, and has one text") {
  for (const Statement& statement : one_of_each()) {
    const std::string text = statement_text(statement);
    const auto json = encoding::decode_json(text);
    REQUIRE(json.has_value());
    const auto read = decode_statement(*json);
    REQUIRE(read.has_value());
    CHECK(read->what.index() == statement.what.index());
    CHECK(read->person == statement.person);
    CHECK(read->running == 3);
    CHECK(statement_text(*read) == text);
  }
}

TEST_CASE("a statement is no envelope of a record, and the other way round") {
  for (const Statement& statement : one_of_each())
    CHECK_FALSE(decode_envelope(encode_statement(statement)).has_value());
  auto envelope = *encode_statement(one_of_each()[3]).object();
  envelope["type"] = "consent";
  CHECK_FALSE(decode_statement(envelope).has_value());
}

TEST_CASE("two statements that differ in anything have different leaves") {
  const Salt salt{7};
  auto statement = one_of_each()[1];
  const auto leaf = commit(statement_text(statement), salt);
  statement.running = 4;
  CHECK(commit(statement_text(statement), salt) != leaf);
}

TEST_CASE("what is out of bounds, missing or too much is refused") {
  const auto all = one_of_each();
  const std::vector<Json> wrong = {
      changed(all[0], "person", kPerson.value(), false),
      changed(all[0], "running", std::int64_t{0}, false),
      changed(all[0], "notice", "turnaround-plus"),
      changed(all[1], "person", "somebody", false),
      changed(all[1], "use", "sold"),
      changed(all[1], "role", "Reviewer Smith"),
      changed(all[1], "information", Json::Array{}),
      changed(all[1], "information", Json::Array{"employment", "employment"}),
      changed(all[1], "information", Json::Array{std::int64_t{1}}),
      changed(all[1], "choices", Json::Array{"00"}),
      changed(all[1], "choices", Json::Array{}),
      changed(all[1], "choices", Json::Array{encode_hex(Digest{6}), encode_hex(Digest{2})}),
      changed(all[1], "choices", Json::Array{encode_hex(Digest{2}), encode_hex(Digest{2})}),
      changed(all[1], "name", "somebody"),
      changed(all[3], "outcome", "lost"),
      changed(all[3], "request", ""),
      changed(all[4], "class", ""),
      changed(all[4], "dct:conformsTo", "sayso/consent-record/v1"),
      changed(all[7], "person", kPerson.value(), false),
      changed(all[7], "account", "kim.field"),
      changed(all[7], "step", "role_changed"),
      changed(all[7], "role", "Kim Field"),
      changed(all[7], "user", "kim.field"),
      Json::Object{},
      Json("notice"),
  };
  for (const Json& json : wrong) {
    CAPTURE(encode_canonical(json));
    CHECK_FALSE(decode_statement(json).has_value());
  }
}

}  // namespace
}  // namespace sayso::protocol
