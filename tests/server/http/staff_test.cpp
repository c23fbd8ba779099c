// The team's calls, over a real socket.
#include <doctest/doctest.h>

#include <atomic>
#include <future>

#include "server/http/problem.h"
#include "tests/server/http/api_server.h"

namespace sayso::http {
namespace {

using app::test::kGoodPassword;
using app::test::member;
using app::test::Team;
using app::test::text;
using domain::StaffRole;
using encoding::Json;

Answer sign_in(ApiServer& api, const std::string& user, const std::string& code) {
  return api.post_as_staff("/api/staff/sign-in", Team::body(user, kGoodPassword, code));
}

std::string enter(ApiServer& api, const std::string& user, StaffRole role) {
  REQUIRE(api.team.office.add(user, role, kGoodPassword).has_value());
  const auto answer = sign_in(api, user, api.team.code_of(user));
  REQUIRE(answer.status == 201);
  return ApiServer::session_of(answer);
}

TEST_CASE("signing in sets the team's own cookie, and signing out takes it back") {
  ApiServer api;
  REQUIRE(api.team.office.add("kim.field", StaffRole::Dpo, kGoodPassword).has_value());
  const auto answer = sign_in(api, "kim.field", api.team.code_of("kim.field"));
  CHECK(answer.status == 201);
  const std::string session = ApiServer::session_of(answer);
  CHECK(answer.field("Set-Cookie") ==
        "__Host-sayso-staff=" + session + "; Path=/; Secure; HttpOnly; SameSite=Strict");
  CHECK(session.size() == 43);
  CHECK(answer.body.find(session) == std::string::npos);
  CHECK(api.get_as_staff("/api/staff/me", session).status == 200);
  const auto left = api.post_as_staff("/api/staff/sign-out", Json(), session);
  CHECK(left.status == 204);
  CHECK(left.field("Set-Cookie") ==
        "__Host-sayso-staff=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Strict");
  CHECK(api.get_as_staff("/api/staff/me", session).problem() == "session");
}

TEST_CASE("no cookie is taken for the other kind's") {
  ApiServer api;
  app::test::Phone phone(api.council);
  api.enrol(phone);
  const std::string staff = enter(api, "kim.field", StaffRole::Dpo);
  CHECK(api.get("/api/me", phone.session).status == 200);
  CHECK(api.get_as_staff("/api/staff/me", staff).status == 200);
  for (const char* path : {"/api/staff/me", "/api/staff/accounts"}) {
    CHECK(api.get(path, phone.session).problem() == "session");
    CHECK(api.get(path, staff).problem() == "session");
    CHECK(api.get_as_staff(path, phone.session).problem() == "session");
  }
  CHECK(api.get_as_staff("/api/me", staff).problem() == "session");
  CHECK(api.get("/api/me", staff).problem() == "session");
  CHECK(api.get_as_staff("/api/me", phone.session).problem() == "session");
}

TEST_CASE("each role is shown the accounts if the table says so") {
  ApiServer api;
  for (const StaffRole role : domain::kStaffRoles) {
    const std::string user = "of-" + std::string(domain::name_of(role));
    const auto answer = api.get_as_staff("/api/staff/accounts", enter(api, user, role));
    CAPTURE(user);
    if (domain::may(role, domain::Permission::SeeStaff)) {
      CHECK(answer.status == 200);
      CHECK(answer.body.find("hash of") == std::string::npos);
    } else {
      CHECK(answer.problem() == "not-allowed");
    }
  }
}

TEST_CASE("wrong tries at a password count as guesses, and share the count of all of them") {
  ApiServer api;
  REQUIRE(api.team.office.add("kim.field", StaffRole::Dpo, kGoodPassword).has_value());
  int tries = 0;
  for (Answer answer; answer.status != 429; ++tries) {
    REQUIRE(tries < 100);
    answer = sign_in(api, tries % 2 == 0 ? "kim.field" : "nobody", "000000");
    if (answer.status != 429) CHECK(answer.problem() == "sign-in");
  }
  CHECK(tries > 20);
  CHECK(api.post("/api/pin-shares/release", Json()).status == 429);
  CHECK(api.held_back > 0);
}

TEST_CASE("a wrong password while changing it counts as a guess too") {
  ApiServer api;
  const std::string session = enter(api, "kim.field", StaffRole::Dpo);
  const Json wrong =
      Json::Object{{"password", "not the password"}, {"new_password", "eight small boats"}};
  const int held_back = api.held_back;
  CHECK(api.post_as_staff("/api/staff/password", wrong, session).problem() == "sign-in");
  CHECK(api.held_back == held_back + 1);
}

TEST_CASE("when too many passwords wait to be hashed the next is told to come again") {
  std::promise<void> gate;
  const auto opened = gate.get_future().share();
  std::atomic<int> at_work{0};
  std::promise<void> both;
  const auto work = [&] {
    if (++at_work == 2) both.set_value();
    opened.wait();
  };
  // Goes first, and with it whoever is at work.
  ApiServer api;
  app::test::Phone phone(api.council);
  api.enrol(phone);
  const std::string staff = enter(api, "kim.field", StaffRole::Dpo);
  REQUIRE(api.hashers.start(work));
  REQUIRE(api.hashers.start(work));
  both.get_future().wait();
  for (int i = 0; i < 3; ++i) REQUIRE(api.hashers.start([] {}));
  CHECK(at_work == 2);
  const auto refused = sign_in(api, "kim.field", "000000");
  CHECK(refused.status == 503);
  CHECK(refused.problem() == "unavailable");
  CHECK_FALSE(refused.field("Retry-After").empty());
  // Nobody who does without a password waits for those.
  CHECK(api.get("/api/me", phone.session).status == 200);
  CHECK(api.get_as_staff("/api/staff/me", staff).status == 200);
  gate.set_value();
}

}  // namespace
}  // namespace sayso::http
