// Holds the server to docs/openapi.json: what it answers is described there, and all that is
// described is answered.
#include <doctest/doctest.h>

#include <algorithm>
#include <regex>

#include "server/app/enter_notices.h"
#include "server/app/entries.h"
#include "server/app/people.h"
#include "server/http/problem.h"
#include "shared/encoding/base64.h"
#include "shared/encoding/crockford.h"
#include "shared/protocol/multikey.h"
#include "shared/protocol/sign_in.h"
#include "tests/server/http/api_server.h"
#include "tests/server/http/description.h"
#include "tests/server/http/organisation.h"

namespace sayso::http {
namespace {

using app::test::Phone;
using app::test::text;
using encoding::Json;

std::string bytes_of(std::uint8_t number) { return encoding::encode_base64url(Bytes(32, number)); }

Json contact() {
  return Json::Object{{"shared_device", true},
                      {"ways", Json(Json::Array{Json("text")})},
                      {"safe_times", "mornings"},
                      {"note", ""}};
}

Json pin_share() {
  return Json::Object{{"device", bytes_of(1)}, {"verifier", bytes_of(2)}, {"share", bytes_of(3)}};
}

Json pin_try(std::uint8_t verifier) {
  return Json::Object{{"device", bytes_of(1)}, {"verifier", bytes_of(verifier)}};
}

Json key_of(const Phone& phone) {
  return Json::Object{{"key", protocol::encode_multikey(phone.key.public_key())}};
}

Json staff_password(const std::string& now, const std::string& wanted) {
  return Json::Object{{"password", now}, {"new_password", wanted}};
}

Json staff_look(const std::string& person) {
  return Json::Object{{"person", person},
                      {"purpose", "find-and-support"},
                      {"information", Json::Array{Json("school-attendance")}}};
}

constexpr char kCase[] = "/api/staff/requests/1";
constexpr char kSteps[] = "/api/staff/requests/1/steps";

Json deed(const std::string& name) { return Json::Object{{"deed", name}}; }

Json with_unknown(Json body) {
  (*body.object())["unknown"] = "x";
  return body;
}

// Each call that changes something, with a body that it takes.
struct Write {
  std::string method;
  std::string path;
  Json body;
};

std::optional<Digest> decode_digest(const std::string& hex) {
  const auto bytes = decode_hex(hex);
  if (!bytes || bytes->size() != 32) return std::nullopt;
  Digest digest{};
  std::copy(bytes->begin(), bytes->end(), digest.begin());
  return digest;
}

Json message(std::uint8_t number, const std::string& text = "Who saw it?") {
  encoding::IdBytes id{};
  id[0] = number;
  return Json::Object{{"id", encoding::encode_id(id)}, {"text", text}};
}

struct World {
  ApiServer api;
  // Of a request that the phone made.
  std::string request = "/api/requests/1";
  Phone phone{api.council, 1};

  Answer send(const Write& write, const std::string& session) {
    return api.ask({write.method,
                    write.path,
                    encode_canonical(write.body),
                    "application/json",
                    "1",
                    session,
                    {},
                    session.empty() ? std::string() : staff});
  }

  // Of the team; empty before somebody of it signed in.
  std::string staff;

  std::vector<Write> writes() {
    return {{"POST", "/api/enrolments", api.enrolment("0000-0000-0000", phone.key)},
            {"POST", "/api/challenges", key_of(phone)},
            {"POST", "/api/sessions", Json()},
            {"PUT", "/api/me/contact", contact()},
            {"POST", "/api/records", Json()},
            {"POST", "/api/recovery-codes", Json()},
            {"POST", "/api/confirmations", Json()},
            {"POST", "/api/pin-shares", pin_share()},
            {"POST", request + "/messages", message(1)},
            {"POST", "/api/pin-shares/release", pin_try(2)},
            {"POST", "/api/staff/sign-in", app::test::Team::body("nobody", "x", "123456")},
            {"POST", "/api/staff/password", staff_password("x", "eight small boats")},
            {"POST", "/api/staff/looks", staff_look("0123456789abcdefghjkmnpqr0")},
            {"POST", kSteps, deed("take-up")},
            {"POST", "/api/staff/sign-out", Json()}};
  }
};

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

void ask_at_the_gate(World& world) {
  auto& api = world.api;
  Organisation schools(api, "schools", 60);
  const auto ask = [&](const std::string& purpose) {
    return Json(Json::Object{{"person", world.phone.person.value()},
                             {"purpose", purpose},
                             {"information", Json::Array{Json("school-attendance")}}});
  };
  api.ask(schools.sign("/api/uses", ask("join-up")));
  world.phone.head = decode_digest(text(api.get("/api/me", world.phone.session).json, "head"));
  auto record = world.phone.consent(protocol::Decision::Agreed);
  record.choices = {{PurposeId("join-up"), OrganisationId("schools"), protocol::Decision::Agreed}};
  api.post("/api/records", world.phone.sign(record), world.phone.session);
  REQUIRE(api.ask(schools.sign("/api/uses", ask("join-up"))).status == 201);
  api.get("/api/uses", world.phone.session);
  api.ask(schools.sign("/api/uses", ask("marketing")));
  api.ask(schools.sign("/api/uses", with_unknown(ask("join-up"))));
  Ask ask_unsigned = schools.sign("/api/uses", ask("join-up"));
  ask_unsigned.more.clear();
  api.ask(ask_unsigned);
  Ask of_a_page = schools.sign("/api/uses", ask("join-up"));
  of_a_page.more.push_back({"Sec-Fetch-Site", "same-origin"});
  api.ask(of_a_page);
  Ask form = schools.sign("/api/uses", ask("join-up"));
  form.content_type = "text/plain";
  api.ask(form);
  api.ask(schools.sign_text("/api/uses", "{"));
  api.store.before = [](const app::Commit&) { return std::optional(app::StoreError::Unavailable); };
  api.ask(schools.sign("/api/uses", ask("join-up")));
  api.store.before = nullptr;
}

void stop_and_acknowledge(World& world) {
  auto& api = world.api;
  Organisation schools(api, "schools", 61);
  const auto say = [](std::int64_t stop, const char* step) {
    return Json(Json::Object{{"stop", stop}, {"step", step}});
  };
  world.phone.head = decode_digest(text(api.get("/api/me", world.phone.session).json, "head"));
  auto record = world.phone.consent(protocol::Decision::Withdrawn);
  record.choices = {
      {PurposeId("join-up"), OrganisationId("schools"), protocol::Decision::Withdrawn}};
  api.post("/api/records", world.phone.sign(record), world.phone.session);
  REQUIRE(api.ask(schools.sign_get("/api/stops")).status == 200);
  REQUIRE(api.ask(schools.sign("/api/stops", say(1, "told"))).status == 201);
  CHECK(api.ask(schools.sign("/api/stops", say(1, "told"))).status == 200);
  CHECK(api.ask(schools.sign("/api/stops", say(1, "deleted"))).problem() == "body");
  api.get("/api/uses", world.phone.session);
  Ask plain = schools.sign_get("/api/stops");
  Ask of_a_page = plain;
  of_a_page.more.push_back({"Sec-Fetch-Site", "same-origin"});
  api.ask(of_a_page);
  plain.more.clear();
  api.ask(plain);
  Ask ask_unsigned = schools.sign("/api/stops", say(1, "stopped"));
  ask_unsigned.more.clear();
  api.ask(ask_unsigned);
  of_a_page = schools.sign("/api/stops", say(1, "stopped"));
  of_a_page.more.push_back({"Sec-Fetch-Site", "same-origin"});
  api.ask(of_a_page);
  Ask form = schools.sign("/api/stops", say(1, "stopped"));
  form.content_type = "text/plain";
  api.ask(form);
  api.ask(schools.sign_text("/api/stops", "{"));
  api.store.before = [](const app::Commit&) { return std::optional(app::StoreError::Unavailable); };
  api.ask(schools.sign("/api/stops", say(1, "stopped")));
  api.ask(schools.sign_get("/api/stops"));
  api.store.before = nullptr;
}

// One signs in at a time, at a moment of their own: a code is taken once.
std::string enter_as_staff(World& world, const std::string& user, const std::string& password) {
  world.api.council.clock.pass(60);
  const auto answer = world.api.post_as_staff(
      "/api/staff/sign-in", app::test::Team::body(user, password, world.api.team.code_of(user)));
  REQUIRE(answer.status == 201);
  return ApiServer::session_of(answer);
}

void work_on_a_request(World& world, const std::string& session) {
  auto& api = world.api;
  REQUIRE(api.team.office.set_role("sam.wood", domain::StaffRole::Reviewer).has_value());
  const auto step = [&](const Json& body) { return api.post_as_staff(kSteps, body, session); };
  CHECK(step(with_unknown(deed("take-up"))).problem() == "body");
  CHECK(step(deed("take-up")).status == 200);
  CHECK(step(deed("take-up")).problem() == "body");
  Json answer = deed("answer");
  (*answer.object())["text"] = "It is done.";
  CHECK(step(answer).status == 200);
  CHECK(api.get_as_staff(kCase, session).status == 200);
  for (const char* path : {"/api/staff/requests/999", "/api/staff/requests/one"})
    CHECK(api.get_as_staff(path, session).problem() == "not-found");
  CHECK(api.get_as_staff(kSteps, session).status == 405);
  CHECK(api.post_as_staff("/api/staff/requests/999/steps", answer, session).problem() ==
        "not-found");
  CHECK(api.post_as_staff(kCase, answer, session).status == 405);
}

void be_of_the_team(World& world) {
  auto& api = world.api;
  using domain::StaffRole;
  const std::string good = app::test::kGoodPassword;
  const auto look = [&](const std::string& session = {}) {
    for (const char* path :
         {"/api/staff/today", "/api/staff/requests", "/api/staff/accounts", kCase})
      api.get_as_staff(path, session);
    api.post_as_staff(kSteps, deed("confirm"), session);
    api.post_as_staff("/api/staff/looks", staff_look(world.phone.person.value()), session);
  };
  const auto once = api.team.office.add("kim.field", StaffRole::Administrator, std::nullopt);
  REQUIRE(once.has_value());
  REQUIRE(api.team.office.add("sam.wood", StaffRole::KeyWorker, good).has_value());
  const std::string first = enter_as_staff(world, "kim.field", once->password);
  look(first);
  api.post_as_staff("/api/staff/password", staff_password("not it", good), first);
  const auto changed =
      api.post_as_staff("/api/staff/password", staff_password(once->password, good), first);
  REQUIRE(changed.status == 200);
  look(ApiServer::session_of(changed));
  REQUIRE(api.team.office.revoke("kim.field").has_value());
  const auto auditor = enter_as_staff(world, "sam.wood", good);
  for (const StaffRole role : {StaffRole::Administrator, StaffRole::Dpo, StaffRole::KeyWorker}) {
    REQUIRE(api.team.office.set_role("sam.wood", role).has_value());
    look(auditor);
  }
  look();
  work_on_a_request(world, auditor);
  Json no = staff_look(world.phone.person.value());
  (*no.object())["purpose"] = "improve";
  CHECK(api.post_as_staff("/api/staff/looks", no, auditor).status == 200);
  api.get_as_staff("/api/staff/me", auditor);
  api.get_as_staff("/api/staff/me");
  api.post_as_staff("/api/staff/sign-in", app::test::Team::body("nobody", good, "123456"));
  api.post_as_staff("/api/staff/sign-out", Json(), auditor);
  world.staff = enter_as_staff(world, "sam.wood", good);
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
