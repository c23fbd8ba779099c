// The interface as the client and as its enemies use it.
#include <doctest/doctest.h>

#include "shared/merkle/tiles.h"
#include "tests/server/app/whole_log.h"
#include "tests/server/http/api_server.h"

namespace sayso::http {
namespace {

using app::test::member;
using app::test::Phone;
using app::test::text;
using encoding::Json;

TEST_CASE("an invitation opens a session, once for each key, and a repeat gets the same receipt") {
  ApiServer api;
  Phone phone(api.council);
  const auto person = api.council.admit("Ada Vale", app::test::kGrownUp);
  const auto body = api.enrolment(api.council.invite(person), phone.key);
  const auto first = api.post("/api/enrolments", body);
  REQUIRE(first.status == 201);
  CHECK(first.field("Cache-Control") == "no-store");
  const auto cookie = first.field("Set-Cookie");
  CHECK(cookie.find("__Host-sayso=") == 0);
  for (const char* flag : {"; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict"})
    CHECK(cookie.find(flag) != std::string::npos);
  CHECK(cookie.find("Domain") == std::string::npos);
  const auto again = api.post("/api/enrolments", body);
  CHECK(again.status == 200);
  CHECK(member(again.json, "receipt") == member(first.json, "receipt"));
  const auto me = api.get("/api/me", ApiServer::session_of(again));
  CHECK(me.status == 200);
  CHECK(text(member(me.json, "person"), "id") == person.value());
}

TEST_CASE("wrong, used and expired invitations are refused in the same words") {
  ApiServer api;
  Phone phone(api.council, 1);
  Phone other(api.council, 2);
  const auto person = api.council.admit("Ada Vale", app::test::kGrownUp);
  const auto used = api.council.invite(person);
  CHECK(api.post("/api/enrolments", api.enrolment(used, phone.key)).status == 201);
  const auto expired = api.council.invite(person);
  api.council.clock.pass(29 * 86'400);
  const auto wrong_answer = api.post("/api/enrolments", api.enrolment("0000-0000-0000", other.key));
  CHECK(wrong_answer.status == 403);
  CHECK(wrong_answer.problem() == "invitation");
  CHECK(wrong_answer.field("Set-Cookie").empty());
  for (const auto& code : {used, expired, std::string("not a code"), std::string()}) {
    CAPTURE(code);
    const auto answer = api.post("/api/enrolments", api.enrolment(code, other.key));
    CHECK(answer.status == 403);
    CHECK(answer.body == wrong_answer.body);
  }
}

TEST_CASE("a record gets one receipt however often it is sent") {
  ApiServer api;
  Phone phone(api.council);
  api.enrol(phone);
  const auto record = phone.sign(phone.consent());
  const auto first = api.post("/api/records", record, phone.session);
  REQUIRE(first.status == 201);
  app::test::verified(api.council, member(first.json, "receipt"));
  const auto again = api.post("/api/records", record, phone.session);
  CHECK(again.status == 200);
  const auto receipt = member(first.json, "receipt");
  const auto repeated = member(again.json, "receipt");
  CHECK(member(receipt, "entry") == member(repeated, "entry"));
}

TEST_CASE("a record on a stale head is told the newest one") {
  ApiServer api;
  Phone phone(api.council);
  api.enrol(phone);
  const auto behind = phone.sign(phone.consent());
  REQUIRE(api.post("/api/records", phone.sign(phone.consent()), phone.session).status == 201);
  const auto refused = api.post("/api/records", behind, phone.session);
  CHECK(refused.status == 409);
  CHECK(refused.problem() == "stale-head");
  const auto me = api.get("/api/me", phone.session);
  CHECK(text(refused.json, "head") == text(me.json, "head"));
}

TEST_CASE("a sign-in proof opens a session and is no record, and the reverse") {
  ApiServer api;
  Phone phone(api.council);
  api.enrol(phone);
  const auto record = phone.sign(phone.consent());
  const auto as_sign_in = api.post("/api/sessions", record);
  CHECK(as_sign_in.status == 403);
  CHECK(as_sign_in.problem() == "sign-in");
  CHECK(api.post("/api/sessions", Json(Json::Array{})).status == 422);
}

TEST_CASE("leaving ends the session, by a beacon that can set no header") {
  ApiServer api;
  Phone phone(api.council);
  api.enrol(phone);
  Ask beacon;
  beacon.method = "POST";
  beacon.path = "/api/exit";
  beacon.content_type = "";
  beacon.client = "";
  beacon.session = phone.session;
  beacon.more = {{"Origin", "https://elsewhere.example"}};
  CHECK(api.ask(beacon).status == 403);
  CHECK(api.get("/api/me", phone.session).status == 200);
  beacon.more = {{"Origin", api.origin()}, {"Sec-Fetch-Site", "same-origin"}};
  const auto left = api.ask(beacon);
  CHECK(left.status == 204);
  CHECK(left.field("Set-Cookie").find("Max-Age=0") != std::string::npos);
  CHECK(api.get("/api/me", phone.session).status == 401);
}

TEST_CASE("other sites' pages get nothing done") {
  ApiServer api;
  Phone phone(api.council);
  api.enrol(phone);
  Ask good;
  good.method = "POST";
  good.path = "/api/recovery-codes";
  good.body = "{}";
  good.session = phone.session;
  Ask without_header = good;
  without_header.client = "";
  Ask form = good;
  form.content_type = "application/x-www-form-urlencoded";
  Ask from_elsewhere = good;
  from_elsewhere.more = {{"Origin", "https://elsewhere.example"}};
  Ask cross_site = good;
  cross_site.more = {{"Sec-Fetch-Site", "cross-site"}};
  Ask rebound = good;
  rebound.more = {{"Host", "rebound.example"}};
  CHECK(api.ask(without_header).problem() == "not-our-page");
  CHECK(api.ask(form).problem() == "media-type");
  CHECK(api.ask(from_elsewhere).problem() == "not-our-page");
  CHECK(api.ask(cross_site).problem() == "not-our-page");
  CHECK(api.ask(rebound).problem() == "host");
  CHECK(api.ask(good).status == 201);
}

TEST_CASE("a body that would have to be unpacked is refused") {
  ApiServer api;
  Ask ask;
  ask.method = "POST";
  ask.path = "/api/challenges";
  ask.body = "{}";
  CHECK(api.ask(ask).problem() == "body");
  for (const char* coding : {"gzip", "br", "deflate", "identity"}) {
    CAPTURE(coding);
    ask.more = {{"Content-Encoding", coding}};
    CHECK(api.ask(ask).problem() == "media-type");
  }
}

TEST_CASE("hostile JSON is refused where it stands") {
  ApiServer api;
  const auto send = [&](std::string body) {
    Ask ask;
    ask.method = "POST";
    ask.path = "/api/challenges";
    ask.body = std::move(body);
    return api.ask(ask);
  };
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "[";
  const std::string cases[] = {
      "",
      "{",
      R"({"key":1.5})",
      R"({"key":1e3})",
      R"({"key":-0})",
      R"({"key":9007199254740992})",
      R"({"key":null})",
      R"({"a":1,"a":2})",
      R"({"k\u00e9y":1})",
      "{\"key\":\"\xC3\"}",
      R"({"key":"\ud800"})",
      deep,
      R"({"key":1}x)",
      "\xEF\xBB\xBF{}",
  };
  for (const auto& body : cases) {
    CAPTURE(body.substr(0, 40));
    const auto answer = send(body);
    CHECK(answer.status == 400);
    CHECK(answer.problem() == "json");
    CHECK(member(answer.json, "line").integer() != nullptr);
    CHECK_FALSE(text(answer.json, "reason").empty());
  }
  CHECK(send(R"({"key":"x"})").problem() == "body");
  CHECK(send(R"({"key":"x","more":1})").problem() == "body");
  CHECK(send("{}").problem() == "body");
}

TEST_CASE("somebody without a session is told so, whatever they send") {
  ApiServer api;
  CHECK(api.get("/api/me").status == 401);
  CHECK(api.get("/api/me", "nonsense").problem() == "session");
  CHECK(api.post("/api/records", Json()).status == 401);
  CHECK(api.post("/api/recovery-codes", Json()).status == 401);
}

TEST_CASE("guessing from one address is slowed down, for every kind of secret") {
  ApiServer api;
  Phone phone(api.council);
  Answer answer;
  for (int i = 0; i < 40 && answer.status != 429; ++i)
    answer = api.post("/api/enrolments", api.enrolment("0000-0000-0000", phone.key));
  CHECK(answer.status == 429);
  CHECK(std::stoi(answer.field("Retry-After")) > 0);
  CHECK(api.post("/api/sessions", Json()).status == 429);
  // What another site's page sends is refused for that, and counts for nothing.
  Ask elsewhere;
  elsewhere.method = "POST";
  elsewhere.path = "/api/enrolments";
  elsewhere.more = {{"Sec-Fetch-Site", "cross-site"}};
  CHECK(api.ask(elsewhere).status == 403);
  // Those who are in already are not in the way.
  CHECK(api.get("/api/me").status == 401);
}

TEST_CASE("methods and addresses that are not there are named as such") {
  ApiServer api;
  Ask ask;
  ask.method = "DELETE";
  ask.path = "/api/me";
  const auto refused = api.ask(ask);
  CHECK(refused.status == 405);
  CHECK(refused.field("Allow") == "GET, HEAD");
  ask.method = "GET";
  ask.path = "/api/records";
  CHECK(api.ask(ask).field("Allow") == "POST");
  ask.method = "POST";
  ask.path = "/home";
  CHECK(api.ask(ask).status == 405);
  for (const char* path : {"/api/nothing", "/log/nothing", "/log/tile/0/5", "/log/tile/0/x01"}) {
    CAPTURE(path);
    const auto none = api.get(path);
    CHECK(none.status == 404);
    CHECK(none.problem() == "not-found");
  }
  const auto page = api.get("/nowhere/../etc/passwd");
  CHECK(page.status == 404);
  CHECK(page.field("Content-Type") == "text/html; charset=utf-8");
  CHECK(page.body.find("passwd") == std::string::npos);
}

TEST_CASE("pages are not stored, compressed for who takes it, and HEAD is their head") {
  ApiServer api;
  const auto page = api.get("/home");
  CHECK(page.status == 200);
  CHECK(page.field("Cache-Control") == "no-store");
  CHECK(page.field("ETag").empty());
  CHECK(
      page.field("Content-Security-Policy").find("script-src 'self' 'wasm-unsafe-eval' 'sha256-") !=
      std::string::npos);
  CHECK(api.get("/nowhere").field("Content-Security-Policy").find("sha256") == std::string::npos);
  Ask ask;
  ask.method = "HEAD";
  ask.path = "/home";
  const auto head = api.ask(ask);
  CHECK(head.status == 200);
  CHECK(head.body.empty());
  CHECK(head.field("Content-Length") == page.field("Content-Length"));
}

// Fetches what tlog-tiles promises of a tree of this size, compares every entry with its hash, and
// answers with the root.
Digest follow(ApiServer& api, TreeSize size) {
  std::vector<Digest> leaves;
  for (std::uint64_t index = 0; leaves.size() < size.value(); ++index) {
    const int width = merkle::tile_width(0, index, size);
    const std::string path = merkle::encode_tile_path({0, index, width});
    const auto hashes = api.get("/log/" + path);
    const auto entries = api.get("/log/tile/entries/" + path.substr(7));
    REQUIRE(hashes.status == 200);
    REQUIRE(entries.body.size() == std::size_t(width) * 34);
    for (std::size_t i = 0; i < std::size_t(width); ++i) {
      const auto entry = as_bytes(entries.body).subspan(i * 34, 34);
      REQUIRE(entry[0] == 0);
      REQUIRE(entry[1] == 32);
      leaves.push_back(merkle::leaf_hash(entry.subspan(2)));
      REQUIRE(as_text(leaves.back()) == hashes.body.substr(i * 32, 32));
    }
  }
  return app::test::naive_root(leaves.data(), leaves.size());
}

TEST_CASE("the log is public as tiles, and its key and checkpoint belong together") {
  ApiServer api;
  Phone phone(api.council);
  api.enrol(phone);
  api.council.clock.pass(3'600);
  api.council.tick_and_wait();
  const auto key = protocol::decode_vkey(
      std::string(trim(api.get("/log/key").body.substr(0, api.get("/log/key").body.size() - 1))));
  REQUIRE(key);
  const auto checkpoint = api.get("/log/checkpoint");
  REQUIRE(checkpoint.status == 200);
  const auto verified = protocol::verify_checkpoint(checkpoint.body, *key);
  REQUIRE(verified);
  const auto width = verified->size.value();
  REQUIRE(width > 0);
  REQUIRE(width < 256);
  const auto partial = ".p/" + std::to_string(width);
  const auto tile = api.get("/log/tile/0/000" + partial);
  CHECK(tile.status == 200);
  CHECK(tile.body.size() == 32 * width);
  CHECK(tile.field("Cache-Control") == "public, max-age=31536000, immutable");
  CHECK(tile.field("Access-Control-Allow-Origin") == "*");
  CHECK(tile.field("Content-Type") == "application/octet-stream");
  CHECK(api.get("/log/tile/entries/000" + partial).body.size() == 34 * width);
  CHECK(api.get("/log/tile/0/000").status == 404);
  CHECK(checkpoint.field("Cache-Control") == "public, max-age=5");
  CHECK(checkpoint.field("Content-Type") == "text/plain; charset=utf-8");
}

TEST_CASE("the root of every published checkpoint can be rebuilt from what /log/ serves") {
  ApiServer api;
  Phone phone(api.council);
  api.enrol(phone);
  const auto key = api.council.log_key();
  for (int interval = 0; interval < 3; ++interval) {
    for (int i = 0; i < 120; ++i) REQUIRE(phone.submit(phone.sign(phone.consent())).has_value());
    api.council.clock.pass(600);
    api.council.tick_and_wait();
    const auto checkpoint = protocol::verify_checkpoint(api.get("/log/checkpoint").body, key);
    REQUIRE(checkpoint);
    CHECK(follow(api, checkpoint->size) == checkpoint->root);
  }
}

TEST_CASE("a server that cannot store says so and changes nothing") {
  ApiServer api;
  Phone phone(api.council);
  api.enrol(phone);
  const auto record = phone.sign(phone.consent());
  api.store.before = [](const app::Commit&) { return app::StoreError::Unavailable; };
  const auto refused = api.post("/api/records", record, phone.session);
  CHECK(refused.status == 503);
  CHECK(refused.problem() == "unavailable");
  CHECK_FALSE(refused.field("Retry-After").empty());
  api.store.before = nullptr;
  CHECK(api.post("/api/records", record, phone.session).status == 201);
}

TEST_CASE("a probe is answered whatever it calls us") {
  ApiServer api;
  Ask probe;
  probe.more = {{"Host", "10.1.2.3"}};
  probe.path = "/healthz";
  CHECK(api.ask(probe).status == 200);
  probe.path = "/readyz";
  CHECK(api.ask(probe).body == "ready\n");
}

}  // namespace
}  // namespace sayso::http
