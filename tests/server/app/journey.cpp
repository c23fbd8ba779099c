#include "tests/server/app/council.h"

namespace sayso::app::test {

using protocol::Decision;
using protocol::EntryType;

TEST_CASE("enrol, choose, withdraw: each with a receipt that verifies") {
  Council council;
  Phone phone(council);
  const PersonId ada = council.admit("Ada Vale", kGrownUp);
  const auto enrolled = phone.enrol(council.invite(ada));
  REQUIRE(enrolled.has_value());
  CHECK(enrolled->is_new);
  const auto enrolment = verified(council, member(enrolled->answer, "receipt"));
  CHECK(enrolment.type == EntryType::Enrolment);
  CHECK(enrolment.signer == ada);
  CHECK(enrolment.assurance == protocol::Assurance::Letter);
  CHECK(enrolment.running == 1);

  std::uint64_t running = 1;
  for (const Decision decision : {Decision::Agreed, Decision::Withdrawn}) {
    const auto submitted = phone.submit(phone.sign(phone.consent(decision)));
    REQUIRE(submitted.has_value());
    CHECK(submitted->is_new);
    const auto account = verified(council, member(answer_of(*submitted), "receipt"));
    CHECK(account.type == EntryType::Consent);
    CHECK(account.signer == ada);
    CHECK(account.running == ++running);
    CHECK(account.server_time == council.clock.now());
  }
}

TEST_CASE("me holds who one is, every receipt in log order, and the head") {
  Council council;
  Phone phone(council);
  phone.must_enrol(council.admit("Ada Vale", kGrownUp));
  CHECK(text(phone.me(), "head").empty());
  REQUIRE(phone.submit(phone.sign(phone.consent())).has_value());
  REQUIRE(phone.submit(phone.sign(phone.request(protocol::RequestKind::See))).has_value());

  const auto me = phone.me();
  CHECK(text(member(me, "person"), "id") == phone.person.value());
  CHECK(text(member(me, "person"), "name") == "Ada Vale");
  CHECK(text(member(me, "person"), "group") == "adult");
  CHECK(text(me, "head") == encode_hex(*phone.head));
  CHECK(text(me, "log_key") == council.portal->log_key());
  CHECK(text(member(me, "notice"), "hash") == council.desk->notices().current().hash);
  CHECK(*member(me, "running").integer() == 3);
  const auto& entries = *member(me, "entries").array();
  REQUIRE(entries.size() == 2);
  CHECK(verified(council, entries[0]).type == EntryType::Consent);
  CHECK(verified(council, entries[1]).type == EntryType::Request);
  const auto& keys = *member(me, "keys").array();
  REQUIRE(keys.size() == 1);
  CHECK(verified(council, keys[0]).type == EntryType::Enrolment);
}

TEST_CASE("a request gets the day by which it is answered") {
  Council council;
  Phone phone(council);
  phone.must_enrol(council.admit("Ada Vale", kGrownUp));
  REQUIRE(phone.submit(phone.sign(phone.request(protocol::RequestKind::Delete))).has_value());
  const auto me = phone.me();
  const auto& requests = *member(me, "requests").array();
  REQUIRE(requests.size() == 1);
  CHECK(text(requests[0], "kind") == "delete");
  CHECK(text(requests[0], "state") == "received");
  CHECK(text(requests[0], "received") == "2026-11-23");
  CHECK(text(requests[0], "due") == "2026-12-23");
}

TEST_CASE("a key signs in with a challenge, and goes on where it was") {
  Council council;
  Phone phone(council);
  phone.must_enrol(council.admit("Ada Vale", kGrownUp));
  REQUIRE(phone.submit(phone.sign(phone.consent())).has_value());
  REQUIRE(wait_for<void>([&](auto done) { council.portal->exit(phone.session, done); }));
  CHECK(council.portal->me(phone.session).error().problem == Problem::Session);
  const auto signed_in = phone.sign_in();
  REQUIRE(signed_in.has_value());
  CHECK(member(member(signed_in->answer, "me"), "entries").array()->size() == 1);
  CHECK(phone.submit(phone.sign(phone.consent(Decision::Agreed))).has_value());
}

TEST_CASE("what was said about contact comes back") {
  Council council;
  Phone phone(council);
  phone.must_enrol(council.admit("Ada Vale", kGrownUp));
  CHECK(phone.me().find("contact") == nullptr);
  const encoding::Json said = encoding::Json::Object{{"shared_device", true},
                                                     {"ways", encoding::Json::Array{"text"}},
                                                     {"safe_times", "mornings"},
                                                     {"note", ""}};
  REQUIRE(
      wait_for<void>([&](auto done) { council.portal->set_contact(phone.session, said, done); }));
  const auto me = phone.me();
  CHECK(member(me, "contact") == said);
}

TEST_CASE("contact with members that nobody asked for is refused") {
  Council council;
  Phone phone(council);
  phone.must_enrol(council.admit("Ada Vale", kGrownUp));
  const encoding::Json said = encoding::Json::Object{{"ways", encoding::Json::Array{}}};
  const auto refused =
      wait_for<void>([&](auto done) { council.portal->set_contact(phone.session, said, done); });
  CHECK(refused.error().problem == Problem::Body);
}

}  // namespace sayso::app::test
