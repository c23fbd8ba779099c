// Stops: who is told of a no, what they say to it, and who sees that.
#include "server/app/stops.h"

#include "server/app/fsck.h"
#include "shared/encoding/json.h"
#include "tests/server/app/asker.h"

namespace sayso::app::test {
namespace {

using encoding::Json;
using protocol::Decision;

// The key of this person is theirs: somebody of the team made sure.
void confirm(Phone& phone) {
  Council& council = phone.council;
  const auto code = wait_for<Json>(
      [&](auto done) { council.portal->make_confirmation_code(phone.session, done); });
  REQUIRE(code.has_value());
  REQUIRE(council.office->confirm(phone.person, text(*code, "code")).has_value());
}

// What stands on the person's page about the one of this place in the family.
Json::Array seen_by(const Phone& phone, std::size_t place = 0) {
  const auto answer = phone.council.portal->uses(phone.session);
  REQUIRE(answer.has_value());
  const auto& people = *member(*answer, "people").array();
  REQUIRE(place < people.size());
  return *member(people[place], "stops").array();
}

std::string field_of(const Outcome<Acknowledged>& outcome) {
  return outcome ? std::string("taken") : outcome.error().field;
}

struct World {
  Council council;
  Phone ada{council, 1};
  Asker schools{council, "schools", 40};
  Asker nhs{council, "nhs", 41};

  World() {
    ada.must_enrol(council.admit("Ada Vale", kGrownUp));
    confirm(ada);
    decide(ada, Decision::Agreed);
    decide(ada, Decision::Agreed, "join-up", "nhs");
  }

  void send() {
    REQUIRE(schools.ask(ada.person, "join-up", "school-attendance").verdict == GateVerdict::Yes);
  }
};

}  // namespace

TEST_CASE("whoever was sent something is told of the no, and nobody else is") {
  World world;
  world.send();
  CHECK(world.schools.stops().empty());
  decide(world.ada, Decision::Withdrawn);
  decide(world.ada, Decision::Withdrawn, "join-up", "nhs");
  CHECK(world.nhs.stops().empty());
  const auto stops = world.schools.stops();
  REQUIRE(stops.size() == 1);
  CHECK(text(stops[0], "person") == world.ada.person.value());
  CHECK(text(stops[0], "purpose") == "join-up");
  CHECK(*member(stops[0], "stop").integer() == 1);
  CHECK(stops[0].find("told") == nullptr);
}

TEST_CASE("a no after a no is no news, and one after another use is") {
  World world;
  world.send();
  decide(world.ada, Decision::Withdrawn);
  decide(world.ada, Decision::Refused);
  CHECK(world.schools.stops().size() == 1);
  decide(world.ada, Decision::Agreed);
  decide(world.ada, Decision::Refused);
  CHECK(world.schools.stops().size() == 1);
  decide(world.ada, Decision::Agreed);
  world.send();
  decide(world.ada, Decision::Refused);
  CHECK(world.schools.stops().size() == 2);
}

TEST_CASE("each step is acknowledged once and in order, is in the log, and is seen by the person") {
  World world;
  world.send();
  decide(world.ada, Decision::Withdrawn);
  CHECK(field_of(world.schools.acknowledge(1, "stopped")) == "/step");
  const Instant told = world.council.clock.now();
  const auto first = world.schools.acknowledge(1, "told");
  REQUIRE(first.has_value());
  CHECK(first->is_new);
  world.council.clock.pass(60);
  const auto again = world.schools.acknowledge(1, "told");
  REQUIRE(again.has_value());
  CHECK_FALSE(again->is_new);
  CHECK(encoding::encode_canonical(again->answer) == encoding::encode_canonical(first->answer));
  CHECK(field_of(world.schools.acknowledge(1, "deleted")) == "/step");
  REQUIRE(world.schools.acknowledge(1, "stopped").has_value());
  REQUIRE(world.schools.acknowledge(1, "deleted").has_value());
  CHECK(world.schools.stops().empty());
  CHECK_FALSE(world.schools.acknowledge(1, "told")->is_new);
  const auto seen = seen_by(world.ada);
  REQUIRE(seen.size() == 1);
  CHECK(text(seen[0], "organisation") == "schools");
  CHECK(text(seen[0], "told") == encode_instant(told));
  CHECK(text(seen[0], "deleted") == encode_instant(world.council.clock.now()));
  CHECK(seen[0].find("person") == nullptr);
  const FsckReport report = check_everything(
      {world.council.desk->store(), world.council.desk->vault(), world.council.log_key()});
  for (const FsckFinding& finding : report.findings) MESSAGE(finding.where << " " << finding.what);
  CHECK(report.found == 0);
  // The confirmation, the use, and one for each step.
  CHECK(report.statements == 5);
}

TEST_CASE("another organisation's, one that never was and what is no step are refused alike") {
  World world;
  world.send();
  decide(world.ada, Decision::Withdrawn);
  CHECK(field_of(world.nhs.acknowledge(1, "told")) == "/stop");
  CHECK(field_of(world.nhs.acknowledge(2, "told")) == "/stop");
  CHECK(field_of(world.schools.acknowledge(2, "told")) == "/stop");
  CHECK(field_of(world.schools.acknowledge(1, "burnt")) == "/step");
  CHECK(field_of(world.schools.acknowledge(0, "told")) == "/stop");
  CHECK(field_of(world.schools.acknowledge(
            Json::Object{{"stop", 1}, {"step", "told"}, {"person", "x"}})) == "/person");
  CHECK(world.schools.stops()[0].find("told") == nullptr);
}

TEST_CASE("a stop is read by a signed request in force alone, and each nonce once") {
  World world;
  const SignedRequest request = world.schools.sign();
  CHECK(world.schools.stops(request).has_value());
  CHECK(world.schools.stops(request).error().field == "nonce");
  SignedRequest altered = world.schools.sign();
  altered.base += " ";
  CHECK(world.schools.stops(altered).error().field == "signature");
  REQUIRE(world.council.office->revoke_organisation_key(world.schools.multikey()).has_value());
  CHECK(world.schools.stops(world.schools.sign()).error().field == "keyid");
  CHECK(world.schools.acknowledge(1, "told").error().field == "keyid");
}

TEST_CASE("what waits begins at the oldest that is not over, however they end") {
  World world;
  for (int i = 0; i < 3; ++i) {
    decide(world.ada, Decision::Agreed);
    world.send();
    decide(world.ada, Decision::Withdrawn);
  }
  const auto end = [&](std::int64_t stop) {
    for (const char* step : {"told", "stopped", "deleted"})
      REQUIRE(world.schools.acknowledge(stop, step).has_value());
  };
  end(2);
  REQUIRE(world.schools.stops().size() == 2);
  end(1);
  const auto left = world.schools.stops();
  REQUIRE(left.size() == 1);
  CHECK(*member(left[0], "stop").integer() == 3);
  const StoredRows rows(world.council.desk->store());
  const OrganisationId schools("schools");
  CHECK(list_stops(world.council.desk->vault(), rows, schools, 1).more == false);
  CHECK(list_stops(world.council.desk->vault(), rows, schools, 0).more == true);
  CHECK(seen_by(world.ada).size() == 3);
}

TEST_CASE("of two parents each sees what became of their own no alone") {
  Council council;
  Phone ada(council, 1);
  Phone bo(council, 2);
  for (Phone* parent : {&ada, &bo}) {
    parent->must_enrol(council.admit("Vale", kGrownUp));
    confirm(*parent);
  }
  const PersonId child = council.admit("Cy Vale", kEight);
  for (const Phone* parent : {&ada, &bo})
    REQUIRE(council.office->give_responsibility(parent->person, child).has_value());
  Asker schools(council, "schools", 40);
  const auto say = [&](Phone& parent, Decision decision) {
    auto record = parent.consent(decision);
    record.common.person = child;
    record.common.expressed_by = {parent.person, protocol::Role::ParentalResponsibility};
    record.choices = {{PurposeId("join-up"), OrganisationId("schools"), decision}};
    REQUIRE(parent.submit(parent.sign(record)).has_value());
  };
  say(ada, Decision::Agreed);
  REQUIRE(schools.ask(child, "join-up", "children-in-need").verdict == GateVerdict::Yes);
  say(bo, Decision::Refused);
  CHECK(seen_by(ada, 1).empty());
  CHECK(seen_by(bo, 1).size() == 1);
  say(ada, Decision::Withdrawn);
  CHECK(schools.stops().size() == 2);
  REQUIRE(schools.acknowledge(1, "told").has_value());
  CHECK(seen_by(bo, 1)[0].find("told") != nullptr);
  REQUIRE(seen_by(ada, 1).size() == 1);
  CHECK(seen_by(ada, 1)[0].find("told") == nullptr);
  CHECK(seen_by(ada).empty());
}

TEST_CASE("when a person's key is gone, so is what waits about them") {
  World world;
  world.send();
  decide(world.ada, Decision::Withdrawn);
  const StoredRows rows(world.council.desk->store());
  const OrganisationId schools("schools");
  REQUIRE(list_stops(world.council.desk->vault(), rows, schools, 9).open.size() == 1);
  world.council.keyring->destroy(world.ada.person);
  // A process that starts afterwards has no data key in memory.
  const Vault fresh(*world.council.keyring, world.council.random, 60);
  CHECK(list_stops(fresh, rows, schools, 9).open.empty());
  CHECK_FALSE(find_stop(fresh, rows, schools, 1).has_value());
  CHECK(find_stops(fresh, rows, world.ada.person, world.ada.person).empty());
}

}  // namespace sayso::app::test
