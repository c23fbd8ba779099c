// Holds the server to docs/openapi.json: what it answers is described there, and all that is
// described is answered.
#include <doctest/doctest.h>

#include <algorithm>
#include <regex>

#include "server/app/enter_notices.h"
#include "server/app/entries.h"
#include "server/app/people.h"
#include "server/http/problem.h"
#include "shared/protocol/sign_in.h"
#include "tests/server/http/api_server.h"
#include "tests/server/http/description.h"
#include "tests/server/http/openapi_world.h"

namespace sayso::http {
namespace {

using namespace described;

void enrol_in_every_way(World& world) {
  auto& api = world.api;
  const auto person = api.council.admit("Ada Vale", app::test::kGrownUp);
  const auto body = api.enrolment(api.council.invite(person), world.phone.key);
  world.phone.session = ApiServer::session_of(api.post("/api/enrolments", body));
  world.phone.person = person;
  api.post("/api/enrolments", body);
  api.post("/api/enrolments", with_unknown(body));
  api.post("/api/enrolments", Json::Object{{"code", "x"}, {"record", Json()}});
}

void sign_in_in_every_way(World& world) {
  auto& api = world.api;
  const auto challenge = api.post("/api/challenges", key_of(world.phone));
  const auto proof = protocol::sign_sign_in(
      {text(challenge.json, "challenge"), text(challenge.json, "domain"), api.council.clock.now()},
      world.phone.key);
  world.phone.session = ApiServer::session_of(api.post("/api/sessions", proof));
  api.post("/api/sessions", proof);
  api.post("/api/sessions", Json(Json::Array{}));
}

void submit_in_every_way(World& world) {
  auto& api = world.api;
  Phone& phone = world.phone;
  const auto record = phone.consent();
  auto other = record;
  other.choices[0].decision = protocol::Decision::Agreed;
  auto wrong = record;
  wrong.common.notice.version = "99";
  const auto& session = phone.session;
  api.post("/api/records", phone.sign(wrong), session);
  api.post("/api/records", phone.sign(record), session);
  api.post("/api/records", phone.sign(record), session);
  api.post("/api/records", phone.sign(other), session);
  api.post("/api/records", phone.sign(phone.consent()), session);
  phone.head = protocol::record_hash(phone.sign(record));
  api.post("/api/records", phone.sign(phone.request(protocol::RequestKind::Delete)), session);
}

void bury(ApiServer& api, const app::RowAddress& address) {
  const app::StoredRows stored(api.store);
  app::RowLayer rows(stored);
  api.council.desk->vault().bury(rows, address, RecordId(std::string(26, '0')));
  REQUIRE(api.store.commit({rows.changes(), {}, {}}));
}

void outlive_an_enrolment(World& world) {
  auto& api = world.api;
  Phone older(api.council, 3);
  api.enrol(older, "Cy Vale");
  const app::Vault& vault = api.council.desk->vault();
  bury(api, app::entry_address(vault, older.person, 1));
  api.post("/api/records", older.sign(older.consent()), older.session);
  bury(api, app::account_address(vault, older.person));
  const auto challenge = api.post("/api/challenges", key_of(older));
  api.post("/api/sessions",
           protocol::sign_sign_in({text(challenge.json, "challenge"),
                                   text(challenge.json, "domain"), api.council.clock.now()},
                                  older.key));
}

void follow_requests(World& world) {
  auto& api = world.api;
  const std::string& session = world.phone.session;
  api.get("/api/requests");
  const auto listed = api.get("/api/requests", session);
  const Json& newest = app::test::member(listed.json, "requests").array()->front();
  world.request = "/api/requests/" + std::to_string(*app::test::member(newest, "number").integer());
  const std::string messages = world.request + "/messages";
  CHECK(api.get(world.request, session).status == 200);
  api.get(world.request);
  CHECK(api.get("/api/requests/999", session).problem() == "not-found");
  CHECK(api.get("/api/requests/one", session).problem() == "not-found");
  CHECK(api.get(messages, session).status == 405);
  CHECK(api.post(messages, message(1), session).status == 201);
  CHECK(api.post(messages, message(1), session).status == 200);
  CHECK(api.post(messages, message(1, "Another."), session).problem() == "record-conflict");
  CHECK(api.post("/api/requests/999/messages", message(2), session).problem() == "not-found");
  CHECK(api.post(messages, message(2, ""), session).problem() == "body");
  // Of a key that nobody confirmed, the request of the key before it.
  const auto cleo = api.council.admit("Cleo Vale", app::test::kGrownUp);
  Phone first(api.council, 8);
  first.must_enrol(cleo);
  const auto asked = first.sign(first.request(protocol::RequestKind::Ask));
  REQUIRE(api.post("/api/records", asked, first.session).status == 201);
  Phone second(api.council, 9);
  second.must_enrol(cleo);
  CHECK(api.get("/api/requests/2", second.session).problem() == "not-confirmed");
  const auto sent = api.post("/api/requests/2/messages", message(3), second.session);
  CHECK(sent.problem() == "not-confirmed");
}

void keep_and_release_pin(World& world) {
  auto& api = world.api;
  api.post("/api/pin-shares", pin_share(), world.phone.session);
  api.post("/api/pin-shares/release", pin_try(2));
  for (int i = 0; i < 6; ++i) api.post("/api/pin-shares/release", pin_try(9));
}

void confirm_and_see_what_is_held(World& world) {
  auto& api = world.api;
  const std::string session = world.phone.session;
  api.get("/api/held");
  api.get("/api/held", session);
  api.get("/api/uses", session);
  api.get("/api/promises");
  api.get("/api/promises", session);
  const auto made = api.post("/api/confirmations", Json(), session);
  const app::ItemOf items[] = {{world.phone.person,
                                {"att-1",
                                 domain::KindId("school-attendance"),
                                 OrganisationId("schools"),
                                 {2026, 9, 4},
                                 domain::Arrival::Transfer,
                                 "At school on 92 days.",
                                 {PurposeId("find-and-support")}}}};
  REQUIRE(api.council.office->keep_items(items).has_value());
  REQUIRE(api.council.office->confirm(world.phone.person, text(made.json, "code")).has_value());
  api.get("/api/held", session);
  api.get("/api/promises", session);
  api.get("/api/uses");
}

void refuse_everything_else(World& world) {
  auto& api = world.api;
  const std::string session = world.phone.session;
  for (const Write& write : world.writes()) {
    world.send(write, "");
    world.send({write.method, write.path, with_unknown(write.body)}, session);
    Ask ask{write.method, write.path, "{", "application/json", "1", session, {}};
    api.ask(ask);
    ask.content_type = "text/plain";
    api.ask(ask);
    ask.client = "";
    api.ask(ask);
  }
  Ask elsewhere;
  elsewhere.path = "/api/me";
  elsewhere.more = {{"Sec-Fetch-Site", "cross-site"}};
  api.ask(elsewhere);
  elsewhere.path = "/api/receipts/1";
  api.ask(elsewhere);
  elsewhere.path = "/api/held";
  api.ask(elsewhere);
  elsewhere.path = "/api/promises";
  api.ask(elsewhere);
  elsewhere.path = "/api/uses";
  api.ask(elsewhere);
  elsewhere.path = "/api/staff/me";
  api.ask(elsewhere);
  for (const char* path :
       {"/api/staff/accounts", "/api/staff/today", "/api/staff/requests", kCase}) {
    elsewhere.path = path;
    api.ask(elsewhere);
  }
  elsewhere.path = "/api/requests";
  api.ask(elsewhere);
  elsewhere.path = world.request;
  api.ask(elsewhere);
  elsewhere.method = "POST";
  elsewhere.path = "/api/exit";
  api.ask(elsewhere);
}

void refuse_in_every_call(World& world) {
  auto& api = world.api;
  const auto with = [&](std::vector<Field> more) {
    Ask ask;
    ask.path = "/api/me";
    ask.more = std::move(more);
    api.ask(ask);
  };
  with({{"Expect", "tea"}});
  with({{"Host", "elsewhere.example"}});
  with({{"Transfer-Encoding", "chunked"}});
  with({{"Content-Length", "-1"}});
  with({{"Content-Length", "99999999"}});
  with({{"X", std::string(9'000, 'x')}});
  Ask ask;
  ask.path = "/api/" + std::string(3'000, 'x');
  api.ask(ask);
  ask.path = "/api/nothing";
  api.ask(ask);
  ask.path = "/api/me HTTP/3.0\r\nX: ";
  api.ask(ask);
  ask.method = "DELETE";
  ask.path = "/api/me";
  api.ask(ask);
}

void read_the_public_part(World& world) {
  auto& api = world.api;
  api.get("/log/checkpoint");
  REQUIRE(app::enter_notices(*api.council.desk).has_value());
  api.council.clock.pass(600);
  api.council.tick_and_wait();
  for (const char* path :
       {"/log/key", "/log/checkpoint", "/log/tile/0/000.p/1", "/log/tile/entries/000.p/1",
        "/log/tile/7/000", "/log/consistency/1/1", "/log/consistency/2/1", "/notices/abc.json",
        "/words/abc.json", "/log/notices/abc", "/healthz", "/readyz"})
    api.get(path);
  api.get("/log/notices/" + api.council.desk->notices().current().hash);
  for (const char* path : {"/notices/abc.json", "/words/abc.json"}) {
    Ask ask;
    ask.path = path;
    ask.more = {{"If-None-Match", "*"}};
    api.ask(ask);
  }
  api.ready = false;
  api.get("/readyz");
  api.ready = true;
}

void fail_to_store(World& world) {
  auto& api = world.api;
  const auto person = api.council.admit("Bea Vale", app::test::kGrownUp);
  Phone other(api.council, 2);
  const auto enrolment = api.enrolment(api.council.invite(person), other.key);
  const auto challenge = api.post("/api/challenges", key_of(world.phone));
  const auto proof = protocol::sign_sign_in(
      {text(challenge.json, "challenge"), text(challenge.json, "domain"), api.council.clock.now()},
      world.phone.key);
  const std::string session = ApiServer::session_of(api.post("/api/sessions", proof));
  const auto again = api.post("/api/challenges", key_of(world.phone));
  const auto second = protocol::sign_sign_in(
      {text(again.json, "challenge"), text(again.json, "domain"), api.council.clock.now()},
      world.phone.key);
  api.post("/api/pin-shares", pin_share(), session);
  world.phone.head = decode_digest(text(api.get("/api/me", session).json, "head"));
  api.store.before = [](const app::Commit&) { return app::StoreError::Unavailable; };
  api.post("/api/enrolments", enrolment);
  api.post("/api/sessions", second);
  world.send({"PUT", "/api/me/contact", contact()}, session);
  api.post("/api/records", world.phone.sign(world.phone.consent()), session);
  api.post("/api/recovery-codes", Json(), session);
  api.post("/api/confirmations", Json(), session);
  api.post("/api/pin-shares", pin_share(), session);
  api.post(world.request + "/messages", message(7), session);
  api.post("/api/pin-shares/release", pin_try(9));
  api.post_as_staff("/api/staff/sign-out", Json(), world.staff);
  api.post_as_staff("/api/staff/password",
                    staff_password(app::test::kGoodPassword, "eight small boats"), world.staff);
  api.post_as_staff("/api/staff/looks", staff_look(world.phone.person.value()), world.staff);
  api.post_as_staff("/api/staff/requests/2/steps", deed("take-up"), world.staff);
  api.council.clock.pass(60);
  api.post_as_staff(
      "/api/staff/sign-in",
      app::test::Team::body("sam.wood", app::test::kGoodPassword, api.team.code_of("sam.wood")));
  Ask exit{"POST", "/api/exit", "", "", "", session, {}};
  api.ask(exit);
  api.store.before = nullptr;
  api.ask(exit);
}

void guess_too_often(World& world) {
  for (int i = 0; i < 40; ++i) world.send(world.writes()[0], "");
  for (const Write& write : world.writes()) world.send(write, "");
}

TEST_CASE("the server answers as the description says, and all that it says can happen") {
  World world;
  world.api.files.add_immutable("/words/abc.json", "application/json", "{}");
  read_the_public_part(world);
  enrol_in_every_way(world);
  read_the_public_part(world);
  sign_in_in_every_way(world);
  world.send({"PUT", "/api/me/contact", contact()}, world.phone.session);
  world.api.post("/api/recovery-codes", Json(), world.phone.session);
  submit_in_every_way(world);
  outlive_an_enrolment(world);
  follow_requests(world);
  world.api.get("/api/me", world.phone.session);
  world.api.get("/api/me");
  world.api.get("/api/receipts/1", world.phone.session);
  world.api.get("/api/receipts/999", world.phone.session);
  world.api.get("/api/receipts/1");
  keep_and_release_pin(world);
  confirm_and_see_what_is_held(world);
  ask_at_the_gate(world);
  stop_and_acknowledge(world);
  be_of_the_team(world);
  refuse_everything_else(world);
  refuse_in_every_call(world);
  fail_to_store(world);
  guess_too_often(world);

  Description description;
  for (const auto& [ask, answer] : world.api.exchanges()) description.check(ask, answer);
  for (const auto& missing : description.unseen()) FAIL_CHECK("never seen: " << missing);
}

TEST_CASE("a body with a member too many is refused by every call") {
  World world;
  world.api.enrol(world.phone);
  const auto added =
      world.api.team.office.add("kim.field", domain::StaffRole::Dpo, app::test::kGoodPassword);
  REQUIRE(added.has_value());
  world.staff = enter_as_staff(world, "kim.field", app::test::kGoodPassword);
  for (const Write& write : world.writes()) {
    CAPTURE(write.path);
    const auto answer =
        world.send({write.method, write.path, with_unknown(write.body)}, world.phone.session);
    // A sign-in proof and a record are refused as a whole: their members are signed.
    const bool is_signed = write.path == "/api/sessions" || write.path == "/api/records";
    CHECK(answer.status == (write.path == "/api/sessions" ? 403 : 422));
    if (!is_signed) CHECK(answer.problem() == "body");
  }
}

TEST_CASE("each call is described for exactly the methods that it takes") {
  ApiServer api;
  const auto json = load_description();
  for (const auto& [path, methods] : *json.find("paths")->object()) {
    if (path.find("{hash}") != std::string::npos) continue;
    CAPTURE(path);
    Ask ask;
    ask.method = "OPTIONS";
    ask.path = std::regex_replace(path, std::regex("\\{tile\\}"), "0/000");
    ask.path = std::regex_replace(ask.path, std::regex("\\{[a-z]+\\}"), "1");
    const auto answer = api.ask(ask);
    CHECK(answer.status == 405);
    for (const char* method : {"GET", "POST", "PUT", "DELETE"}) {
      const bool allowed = answer.field("Allow").find(method) != std::string::npos;
      CHECK(allowed == (methods.find(lower(method)) != nullptr));
    }
  }
}

TEST_CASE("every problem of the table is described somewhere") {
  const auto description = encode_canonical(load_description());
  for (const auto& problem : all_problems()) {
    const std::string slug = "\"" + std::string(problem.slug) + "\"";
    CHECK_MESSAGE(description.find(slug) != std::string::npos, slug);
  }
}

}  // namespace
}  // namespace sayso::http
