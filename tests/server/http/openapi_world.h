// The server and whoever asks it, for holding it to docs/openapi.json; one part of the asking in
// each file.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/encoding/base64.h"
#include "shared/encoding/crockford.h"
#include "shared/protocol/multikey.h"
#include "tests/server/http/api_server.h"

namespace sayso::http::described {

using app::test::Phone;
using app::test::text;
using encoding::Json;

inline std::string bytes_of(std::uint8_t number) {
  return encoding::encode_base64url(Bytes(32, number));
}

inline Json contact() {
  return Json::Object{{"shared_device", true},
                      {"ways", Json(Json::Array{Json("text")})},
                      {"safe_times", "mornings"},
                      {"note", ""}};
}

inline Json pin_share() {
  return Json::Object{{"device", bytes_of(1)}, {"verifier", bytes_of(2)}, {"share", bytes_of(3)}};
}

inline Json pin_try(std::uint8_t verifier) {
  return Json::Object{{"device", bytes_of(1)}, {"verifier", bytes_of(verifier)}};
}

inline Json key_of(const Phone& phone) {
  return Json::Object{{"key", protocol::encode_multikey(phone.key.public_key())}};
}

inline Json staff_password(const std::string& now, const std::string& wanted) {
  return Json::Object{{"password", now}, {"new_password", wanted}};
}

inline Json staff_look(const std::string& person) {
  return Json::Object{{"person", person},
                      {"purpose", "find-and-support"},
                      {"information", Json::Array{Json("school-attendance")}}};
}

inline constexpr char kCase[] = "/api/staff/requests/1";
inline constexpr char kSteps[] = "/api/staff/requests/1/steps";

inline Json deed(const std::string& name) { return Json::Object{{"deed", name}}; }

inline Json with_unknown(Json body) {
  (*body.object())["unknown"] = "x";
  return body;
}

// A call that changes something, with a body that it takes.
struct Write {
  std::string method;
  std::string path;
  Json body;
};

inline std::optional<Digest> decode_digest(const std::string& hex) {
  const auto bytes = decode_hex(hex);
  if (!bytes || bytes->size() != 32) return std::nullopt;
  Digest digest{};
  std::copy(bytes->begin(), bytes->end(), digest.begin());
  return digest;
}

inline Json message(std::uint8_t number, const std::string& text = "Who saw it?") {
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

// Whatever organisations and the team can ask, with each answer that it can have.
void ask_at_the_gate(World& world);
void stop_and_acknowledge(World& world);
void be_of_the_team(World& world);
// Signs in, a minute later: a code is taken once. Answers with the session.
std::string enter_as_staff(World& world, const std::string& user, const std::string& password);

}  // namespace sayso::http::described
