// Somebody of the team looks at what is held about a person: a use that the person sees, or a no.
#include <doctest/doctest.h>

#include "server/app/fsck.h"
#include "server/app/uses.h"
#include "tests/server/app/faulty_store.h"
#include "tests/server/app/staff.h"

namespace sayso::app::test {

using domain::StaffRole;
using encoding::Json;

namespace {

const char* const kSupport = "find-and-support";

Json asking(const PersonId& person, const char* purpose = kSupport,
            const std::vector<const char*>& kinds = {"school-attendance"}) {
  Json::Array information;
  for (const char* kind : kinds) information.emplace_back(kind);
  return Json::Object{
      {"person", person.value()}, {"purpose", purpose}, {"information", std::move(information)}};
}

domain::HeldItem item(const char* reference, const char* kind, const char* source,
                      const char* summary, const char* purpose = kSupport) {
  return {reference,           domain::KindId(kind),      OrganisationId(source),
          {2026, 9, 4},        domain::Arrival::Transfer, summary,
          {PurposeId(purpose)}};
}

struct World {
  storage::MemoryStore kept;
  FaultyStore store{kept};
  Council council{&store};
  Team team{council};
  Phone ada{council, 1};
  std::string session;

  World() {
    ada.must_enrol(council.admit("Ada Vale", kGrownUp));
    const ItemOf items[] = {
        {ada.person, item("att-1", "school-attendance", "schools", "At school on 92 days.")},
        {ada.person, item("att-2", "school-attendance", "schools", "Late twice.", "join-up")},
        {ada.person, item("hea-1", "health", "nhs", "Has asthma.")}};
    REQUIRE(council.office->keep_items(items).has_value());
    session = team.enter("kim.field", StaffRole::KeyWorker);
  }

  [[nodiscard]] Outcome<StaffLook> look(const Json& body) {
    return wait_for<StaffLook>([&](auto done) { team.door.look(session, body, std::move(done)); });
  }
  [[nodiscard]] std::vector<KeptUse> uses() const {
    return find_uses(council.desk->vault(), StoredRows(store), ada.person);
  }
};

}  // namespace

TEST_CASE("a look shows what it named, for its purpose, and the person sees who looked") {
  World world;
  const auto seen = world.look(asking(world.ada.person));
  REQUIRE(seen.has_value());
  CHECK(seen->is_allowed);
  const auto& items = *member(seen->answer, "items").array();
  REQUIRE(items.size() == 1);
  CHECK(text(items[0], "summary") == "At school on 92 days.");
  const auto uses = world.uses();
  REQUIRE(uses.size() == 1);
  CHECK(uses[0].use.role == "key-worker");
  CHECK(uses[0].use.kind == domain::UseKind::Viewed);
  CHECK(uses[0].use.purpose == PurposeId(kSupport));
  CHECK(uses[0].use.information ==
        std::vector<domain::KindId>{domain::KindId("school-attendance")});
  CHECK(member(member(seen->answer, "use"), "entry") ==
        Json(static_cast<std::int64_t>(uses[0].use.entry.value())));
  const FsckReport report =
      check_everything({world.store, world.council.desk->vault(), world.council.log_key()});
  CHECK(report.found == 0);
}

TEST_CASE("a look is one of the role that somebody has at that moment") {
  World world;
  REQUIRE(world.team.office.set_role("kim.field", StaffRole::Reviewer).has_value());
  REQUIRE(world.look(asking(world.ada.person)).has_value());
  CHECK(world.uses().front().use.role == "reviewer");
  REQUIRE(world.team.office.set_role("kim.field", StaffRole::Administrator).has_value());
  CHECK(world.look(asking(world.ada.person)).error().problem == Problem::NotAllowed);
  REQUIRE(world.team.office.revoke("kim.field").has_value());
  CHECK(world.look(asking(world.ada.person)).error().problem == Problem::Session);
  CHECK(world.uses().size() == 1);
}

TEST_CASE("an objection, or a no, is an answer without anything held, and no use") {
  World world;
  auto objection = world.ada.request(protocol::RequestKind::Object);
  objection.purpose = PurposeId(kSupport);
  REQUIRE(world.ada.submit(world.ada.sign(objection)).has_value());
  const auto objected = world.look(asking(world.ada.person));
  REQUIRE(objected.has_value());
  CHECK_FALSE(objected->is_allowed);
  CHECK(objected->answer == Json(Json::Object{{"allowed", Json(false)}, {"reason", "objected"}}));
  // By consent, which nobody gave.
  const auto unasked = world.look(asking(world.ada.person, "improve"));
  REQUIRE(unasked.has_value());
  CHECK(text(unasked->answer, "reason") == "not-asked");
  CHECK(world.uses().empty());
}

TEST_CASE("what is no purpose of the team's, no kind and nobody is refused") {
  World world;
  const auto field_of = [&](const Json& body) {
    const auto seen = world.look(body);
    REQUIRE_FALSE(seen.has_value());
    CHECK(seen.error().problem == Problem::Body);
    return seen.error().field;
  };
  const PersonId& ada = world.ada.person;
  CHECK(field_of(asking(ada, "join-up")) == "/purpose");
  CHECK(field_of(asking(ada, "marketing")) == "/purpose");
  CHECK(field_of(asking(ada, kSupport, {})) == "/information");
  CHECK(field_of(asking(ada, kSupport, {"health", "health"})) == "/information");
  CHECK(field_of(asking(ada, kSupport, {"hobbies"})) == "/information");
  CHECK(field_of(asking(PersonId("0123456789abcdefghjkmnpqr0"))) == "/person");
  CHECK(world.uses().empty());
}

TEST_CASE("what cannot be written in the log is not shown") {
  World world;
  world.store.before = [](const Commit& commit) {
    return commit.log ? std::optional(StoreError::Unavailable) : std::nullopt;
  };
  const auto seen = world.look(asking(world.ada.person));
  REQUIRE_FALSE(seen.has_value());
  CHECK(seen.error().problem == Problem::Unavailable);
  world.store.before = nullptr;
  CHECK(world.uses().empty());
}

}  // namespace sayso::app::test
