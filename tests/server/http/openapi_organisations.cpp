// What organisations ask, for holding the server to docs/openapi.json.
#include "tests/server/http/openapi_world.h"
#include "tests/server/http/organisation.h"

namespace sayso::http::described {

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

}  // namespace sayso::http::described
