// What the team asks, for holding the server to docs/openapi.json.
#include "tests/server/http/openapi_world.h"

namespace sayso::http::described {
std::string enter_as_staff(World& world, const std::string& user, const std::string& password) {
  world.api.council.clock.pass(60);
  const auto answer = world.api.post_as_staff(
      "/api/staff/sign-in", app::test::Team::body(user, password, world.api.team.code_of(user)));
  REQUIRE(answer.status == 201);
  return ApiServer::session_of(answer);
}

namespace {

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

}  // namespace

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

}  // namespace sayso::http::described
