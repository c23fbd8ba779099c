#include "tests/server/http/api_server.h"

#include "server/http/cookie.h"
#include "shared/encoding/crockford.h"
#include "shared/protocol/enrolment_record.h"

namespace sayso::http {

using encoding::Json;

std::optional<std::string> PlainPages::page(std::string_view address) {
  if (address == "/") return "<!doctype html><title>Start</title>";
  if (address == "/home") return "<!doctype html><title>Home</title>";
  return std::nullopt;
}

std::string PlainPages::not_found(std::string_view) { return "<!doctype html><title>None</title>"; }

std::string Answer::problem() const {
  constexpr std::string_view kStart = "/problems/";
  const auto* type = json.find("type");
  if (type == nullptr || type->string() == nullptr) return {};
  return type->string()->substr(kStart.size());
}

ApiServer::ApiServer() {
  // Refusals at once, and no slowing down before a test asks for it.
  guessing.refusal_floor = std::chrono::milliseconds(0);
  guessing.throttle.free_tries = 20;
  guessing.throttle.longest_wait = std::chrono::milliseconds(0);
  files.add_immutable("/notices/abc.json", "application/json", "{}");
  live_ = std::make_unique<LiveServer>(
      Options{}, LiveServer::MakeHandler([this](Server& server) { return make(server); }));
}

Handler ApiServer::make(Server& server) {
  return make_handler({*council.portal, team.door, files, pages_, workers_, hashers,
                       local_origins("http", server.port()), guessing,
                       [this, &server](auto delay, auto work) {
                         ++held_back;
                         server.after(delay, std::move(work));
                       },
                       [this] { return ready.load(); }});
}

std::string ApiServer::origin() const { return local_origins("http", port()).front(); }

Answer ApiServer::ask(const Ask& ask) {
  std::string text = ask.method + " " + ask.path + " HTTP/1.1\r\nConnection: close\r\n";
  bool has_host = false;
  for (const auto& [name, value] : ask.more) {
    text += name + ": " + value + "\r\n";
    has_host = has_host || name == "Host";
  }
  if (!has_host) text += "Host: localhost:" + std::to_string(port()) + "\r\n";
  const bool sends = ask.method == "POST" || ask.method == "PUT";
  if (sends && !ask.content_type.empty()) text += "Content-Type: " + ask.content_type + "\r\n";
  if (!ask.client.empty()) text += "Sayso-Client: " + ask.client + "\r\n";
  if (!ask.session.empty())
    text += "Cookie: " + std::string(kSessionCookie) + "=" + ask.session + "\r\n";
  if (!ask.staff.empty()) text += "Cookie: " + std::string(kStaffCookie) + "=" + ask.staff + "\r\n";
  if (sends) text += "Content-Length: " + std::to_string(ask.body.size()) + "\r\n";
  RawClient client(port());
  client.send(text + "\r\n" + ask.body);
  Answer answer;
  answer.whole = client.receive_all();
  answer.status = status_of(answer.whole);
  answer.body = body_of(answer.whole);
  if (auto json = encoding::decode_json(answer.body, {1024 * 1024, 32})) answer.json = *json;
  exchanges_.emplace_back(ask, answer);
  return answer;
}

Answer ApiServer::post(const std::string& path, const Json& body, const std::string& session) {
  Ask question;
  question.method = "POST";
  question.path = path;
  question.body = encode_canonical(body);
  question.session = session;
  return ask(question);
}

Answer ApiServer::get(const std::string& path, const std::string& session) {
  Ask question;
  question.path = path;
  question.session = session;
  return ask(question);
}

Answer ApiServer::post_as_staff(const std::string& path, const Json& body,
                                const std::string& staff) {
  Ask question;
  question.method = "POST";
  question.path = path;
  question.body = encode_canonical(body);
  question.staff = staff;
  return ask(question);
}

Answer ApiServer::get_as_staff(const std::string& path, const std::string& staff) {
  Ask question;
  question.path = path;
  question.staff = staff;
  return ask(question);
}

std::string ApiServer::session_of(const Answer& answer) {
  const std::string cookie = answer.field("Set-Cookie");
  const auto start = cookie.find('=') + 1;
  return cookie.substr(start, cookie.find(';') - start);
}

Json ApiServer::enrolment(const std::string& code, const crypto::SigningKey& key) {
  protocol::EnrolmentRecord record;
  encoding::IdBytes id{};
  council.random.fill(id);
  council.random.fill(record.nonce);
  record.id = RecordId(encoding::encode_id(id));
  record.key = key.public_key();
  record.device_time = council.clock.now();
  return Json::Object{{"code", code}, {"record", protocol::sign_enrolment_record(record, key)}};
}

void ApiServer::enrol(app::test::Phone& phone, const std::string& name) {
  const auto person = council.admit(name, app::test::kGrownUp);
  const auto answer = post("/api/enrolments", enrolment(council.invite(person), phone.key));
  REQUIRE(answer.status == 201);
  phone.session = session_of(answer);
  phone.person = person;
}

}  // namespace sayso::http
