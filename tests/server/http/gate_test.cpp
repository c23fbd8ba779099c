// The gate over a real socket: signed requests, and when a no leaves.
#include <doctest/doctest.h>

#include "tests/server/http/api_server.h"
#include "tests/server/http/organisation.h"

namespace sayso::http {
namespace {

using app::test::Phone;
using encoding::Json;

Json question(const PersonId& person, const char* purpose = "join-up") {
  return Json::Object{{"person", person.value()},
                      {"purpose", purpose},
                      {"information", Json::Array{Json("school-attendance")}}};
}

const PersonId kNobody("00000000000000000000000000");

struct World {
  ApiServer api;
  Phone phone{api.council, 1};
  Organisation schools{api, "schools", 60};
  World() { api.enrol(phone); }
};

}  // namespace

TEST_CASE(
    "a signed request is taken once; altered, again or unsigned it is not, and what is wrong is "
    "said") {
  World world;
  Ask ask = world.schools.sign("/api/uses", question(world.phone.person));
  CHECK(world.api.ask(ask).status == 200);
  const Answer again = world.api.ask(ask);
  CHECK(again.status == 401);
  CHECK(again.problem() == "signature");
  CHECK(app::test::text(again.json, "field") == "nonce");
  CHECK(again.field("Accept-Signature").find("\"content-digest\"") != std::string::npos);
  ask = world.schools.sign("/api/uses", question(world.phone.person));
  ask.body += " ";
  CHECK(app::test::text(world.api.ask(ask).json, "field") == "content-digest");
  ask = world.schools.sign("/api/elsewhere", question(world.phone.person));
  ask.path = "/api/uses";
  CHECK(app::test::text(world.api.ask(ask).json, "field") == "signature");
  ask.more.clear();
  CHECK(app::test::text(world.api.ask(ask).json, "field") == "signature-input");
}

TEST_CASE("a session is no signature, and a signature no session") {
  World world;
  CHECK(world.api.post("/api/uses", question(world.phone.person), world.phone.session).status ==
        401);
  Ask ask = world.schools.sign("/api/uses", question(world.phone.person));
  ask.method = "GET";
  ask.path = "/api/uses";
  ask.body.clear();
  CHECK(world.api.ask(ask).problem() == "session");
}

TEST_CASE("a no that must not tell is the same bytes for nobody, and is kept until its time") {
  World world;
  const Answer somebody =
      world.api.ask(world.schools.sign("/api/uses", question(world.phone.person)));
  const Answer nobody = world.api.ask(world.schools.sign("/api/uses", question(kNobody)));
  CHECK(somebody.status == 200);
  CHECK(nobody.status == 200);
  CHECK(somebody.body == nobody.body);
  CHECK(world.api.held_back == 2);
  const Answer plain =
      world.api.ask(world.schools.sign("/api/uses", question(kNobody, "marketing")));
  CHECK(app::test::text(plain.json, "reason") == "unknown-purpose");
  CHECK(world.api.held_back == 2);
}

}  // namespace sayso::http
