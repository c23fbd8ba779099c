// The gate: who may ask, what they are answered, and who is told why.
#include <future>
#include <utility>

#include "server/app/organisations.h"
#include "server/app/sequencer.h"
#include "server/app/uses.h"
#include "shared/encoding/crockford.h"
#include "shared/encoding/json.h"
#include "shared/protocol/multikey.h"
#include "tests/server/app/asker.h"

namespace sayso::app::test {

using encoding::Json;

namespace {

std::string reason(const GateAnswer& answer) {
  return answer.verdict == GateVerdict::Yes ? "yes" : text(answer.answer, "reason");
}

struct World {
  Council council;
  Phone ada{council, 1};
  Asker schools{council, "schools", 40};
  World() { ada.must_enrol(council.admit("Ada Vale", kGrownUp)); }

  [[nodiscard]] std::string ask() {
    return reason(schools.ask(ada.person, "join-up", "school-attendance"));
  }
  [[nodiscard]] std::vector<KeptUse> uses() {
    return find_uses(council.desk->vault(), StoredRows(council.desk->store()), ada.person);
  }
};

const PersonId kNobody("00000000000000000000000000");

}  // namespace

TEST_CASE("a yes rests on the record in force, and is a use in the log when it is answered") {
  World world;
  decide(world.ada, protocol::Decision::Agreed);
  const Digest agreed = *world.ada.head;
  decide(world.ada, protocol::Decision::Agreed, "impact-study", "dclg");
  const auto answer = world.schools.ask(world.ada.person, "join-up", "school-attendance");
  CHECK(answer.verdict == GateVerdict::Yes);
  const Json& authority = member(answer.answer, "authority");
  CHECK(text(authority, "basis") == "consent");
  CHECK(text(authority, "record") == encode_hex(agreed));
  const auto uses = world.uses();
  REQUIRE(uses.size() == 1);
  CHECK(uses[0].use.kind == domain::UseKind::Joined);
  CHECK(uses[0].use.organisation == OrganisationId("schools"));
  CHECK(uses[0].choices == std::vector<Digest>{agreed});
  CHECK(static_cast<std::int64_t>(uses[0].use.entry.value()) ==
        *member(member(answer.answer, "use"), "entry").integer());
}

TEST_CASE("nobody, somebody who was not asked and somebody who said no are one answer") {
  World world;
  const auto nobody = world.schools.ask(kNobody, "join-up", "school-attendance");
  const auto not_asked = world.schools.ask(world.ada.person, "join-up", "school-attendance");
  decide(world.ada, protocol::Decision::Refused);
  const auto refused = world.schools.ask(world.ada.person, "join-up", "school-attendance");
  for (const GateAnswer* answer : {&nobody, &not_asked, &refused}) {
    CHECK(answer->verdict == GateVerdict::NoWithoutReason);
    CHECK(encoding::encode_canonical(answer->answer) ==
          R"({"allowed":false,"reason":"nothing-allows-it"})");
  }
  CHECK(world.uses().empty());
}

TEST_CASE("who was sent something is told why they may not any more") {
  World world;
  decide(world.ada, protocol::Decision::Agreed);
  CHECK(world.ask() == "yes");
  decide(world.ada, protocol::Decision::Withdrawn);
  CHECK(world.ask() == "withdrawn");
  decide(world.ada, protocol::Decision::Refused);
  CHECK(world.ask() == "refused");
  CHECK(world.uses().size() == 1);
  // Of another purpose, and of another organisation, it knows no more than anybody.
  Asker dclg(world.council, "dclg", 41);
  CHECK(reason(dclg.ask(world.ada.person, "impact-study", "health")) == "nothing-allows-it");
}

TEST_CASE("a withdrawal that is still being written down counts already") {
  World world;
  decide(world.ada, protocol::Decision::Agreed);
  auto record = world.ada.consent(protocol::Decision::Withdrawn);
  record.choices = {
      {PurposeId("join-up"), OrganisationId("schools"), protocol::Decision::Withdrawn}};
  const Json withdrawal = world.ada.sign(record);
  const Json body = Json::Object{{"person", world.ada.person.value()},
                                 {"purpose", "join-up"},
                                 {"information", Json::Array{Json("school-attendance")}}};
  // The sequencer is kept busy until both are in its queue, so that one batch takes both.
  std::promise<void> go;
  std::promise<void> busy;
  world.council.desk->sequencer().post([&, first = true](Unit&) mutable -> Sequencer::Verdict {
    if (first) {
      first = false;
      busy.set_value();
      go.get_future().wait();
    }
    return {false, [](Expected<void, StoreError>) {}};
  });
  busy.get_future().wait();
  std::promise<Outcome<Submitted>> submitted;
  std::promise<Outcome<GateAnswer>> asked;
  world.council.portal->submit(world.ada.session, withdrawal,
                               [&](Outcome<Submitted> o) { submitted.set_value(std::move(o)); });
  world.council.portal->ask_use(world.schools.sign(), body,
                                [&](Outcome<GateAnswer> o) { asked.set_value(std::move(o)); });
  go.set_value();
  REQUIRE(submitted.get_future().get().has_value());
  const auto answer = asked.get_future().get();
  REQUIRE(answer.has_value());
  CHECK(answer->verdict != GateVerdict::Yes);
  CHECK(world.uses().empty());
}

TEST_CASE("what was said before there were rows of standing words counts as it was signed") {
  World world;
  decide(world.ada, protocol::Decision::Agreed);
  const StoredRows stored(world.council.desk->store());
  RowLayer rows(stored);
  const std::string ada = world.ada.person.value();
  const RowAddress address =
      world.council.desk->vault().address(Shelf::Records, {"standing", ada, ada});
  REQUIRE(stored.find(address).has_value());
  rows.remove(address);
  REQUIRE(world.council.desk->store().commit({rows.changes(), {}, {}}).has_value());
  CHECK(world.ask() == "yes");
  decide(world.ada, protocol::Decision::Withdrawn);
  CHECK(world.ask() == "withdrawn");
}

TEST_CASE("a choice for one organisation allows no other, and none for another purpose") {
  World world;
  decide(world.ada, protocol::Decision::Agreed);
  Asker nhs(world.council, "nhs", 41);
  CHECK(reason(nhs.ask(world.ada.person, "join-up", "health")) == "nothing-allows-it");
  CHECK(reason(world.schools.ask(world.ada.person, "impact-study", "school-attendance")) ==
        "not-named");
  CHECK(reason(world.schools.ask(world.ada.person, "join-up", "health")) == "unknown-information");
  CHECK(reason(world.schools.ask(world.ada.person, "marketing", "health")) == "unknown-purpose");
}

TEST_CASE("where the basis is not consent it is allowed until the person objects") {
  World world;
  Asker team(world.council, "turnaround-plus", 41);
  const auto answer = team.ask(world.ada.person, "find-and-support", "health");
  CHECK(answer.verdict == GateVerdict::Yes);
  CHECK(text(member(answer.answer, "authority"), "basis") == "public-task");
  CHECK(member(answer.answer, "authority").find("record") == nullptr);
  auto objection = world.ada.request(protocol::RequestKind::Object);
  objection.purpose = PurposeId("find-and-support");
  objection.organisation = OrganisationId("turnaround-plus");
  REQUIRE(world.ada.submit(world.ada.sign(objection)).has_value());
  CHECK(reason(team.ask(world.ada.person, "find-and-support", "health")) == "objected");
}

TEST_CASE("whoever asked to limit the use of something is not used from then on") {
  World world;
  decide(world.ada, protocol::Decision::Agreed);
  CHECK(world.ask() == "yes");
  auto limit = world.ada.request(protocol::RequestKind::Limit);
  limit.purpose.reset();
  limit.organisation.reset();
  REQUIRE(world.ada.submit(world.ada.sign(limit)).has_value());
  CHECK(world.ask() == "limited");
}

TEST_CASE("for a child either parent's no wins, and a restricted parent's yes is no authority") {
  Council council;
  Phone ada(council, 1);
  Phone bo(council, 2);
  ada.must_enrol(council.admit("Ada Vale", kGrownUp));
  bo.must_enrol(council.admit("Bo Vale", kGrownUp));
  const PersonId child = council.admit("Cy Vale", kEight);
  for (const Phone* parent : {&ada, &bo})
    REQUIRE(council.office->give_responsibility(parent->person, child).has_value());
  Asker schools(council, "schools", 40);
  const auto say = [&](Phone& parent, protocol::Decision decision) {
    auto record = parent.consent(decision);
    record.common.person = child;
    record.common.expressed_by = {parent.person, protocol::Role::ParentalResponsibility};
    record.choices = {{PurposeId("join-up"), OrganisationId("schools"), decision}};
    REQUIRE(parent.submit(parent.sign(record)).has_value());
  };
  const auto ask = [&] { return reason(schools.ask(child, "join-up", "children-in-need")); };
  say(ada, protocol::Decision::Agreed);
  CHECK(ask() == "yes");
  say(bo, protocol::Decision::Refused);
  CHECK(ask() == "refused");
  say(bo, protocol::Decision::Agreed);
  CHECK(ask() == "yes");
  REQUIRE(council.office->restrict_child(bo.person, child).has_value());
  CHECK(ask() == "yes");
  REQUIRE(council.office->restrict_child(ada.person, child).has_value());
  CHECK(ask() == "not-asked");
}

TEST_CASE("a request counts when its key is in force, its signature right, and only once") {
  World world;
  decide(world.ada, protocol::Decision::Agreed);
  const Json body = Json::Object{{"person", world.ada.person.value()},
                                 {"purpose", "join-up"},
                                 {"information", Json::Array{Json("school-attendance")}}};
  const auto field = [&](const SignedRequest& request) {
    const auto answer = world.schools.ask(request, body);
    if (answer) return std::string("taken");
    CHECK(answer.error().problem == Problem::Signature);
    return answer.error().field;
  };
  const SignedRequest first = world.schools.sign();
  CHECK(field(first) == "taken");
  CHECK(field(first) == "nonce");
  SignedRequest altered = world.schools.sign();
  altered.base += "!";
  CHECK(field(altered) == "signature");
  SignedRequest old = world.schools.sign();
  world.council.clock.pass(kSignatureAgeSeconds + 1);
  CHECK(field(old) == "created");
  SignedRequest early = world.schools.sign();
  early.created.unix_seconds += kSignatureAheadSeconds + 1;
  CHECK(field(early) == "created");
  SignedRequest stranger = world.schools.sign();
  const auto other = key_of(50);
  stranger.key = protocol::encode_multikey(other.public_key());
  stranger.signature = other.sign(as_bytes(stranger.base));
  CHECK(field(stranger) == "keyid");
  REQUIRE(world.council.office->revoke_organisation_key(world.schools.multikey()).has_value());
  CHECK(field(world.schools.sign()) == "keyid");
  CHECK(world.uses().size() == 1);
}

TEST_CASE("a key is registered once, for an organisation of the notice, and revoked for good") {
  Council council;
  const Asker schools(council, "schools", 40);
  const auto refused = [](const Outcome<void>& outcome) {
    return outcome ? std::string("done") : outcome.error().field;
  };
  Office& office = *council.office;
  const std::string other = protocol::encode_multikey(key_of(41).public_key());
  CHECK(refused(office.add_organisation_key(OrganisationId("nhs"), schools.multikey())) == "/key");
  CHECK(refused(office.add_organisation_key(OrganisationId("acme"), other)) == "/organisation");
  CHECK(refused(office.add_organisation_key(OrganisationId("nhs"), "z6Mk")) == "/key");
  CHECK(refused(office.revoke_organisation_key(other)) == "/key");
  REQUIRE(office.revoke_organisation_key(schools.multikey()).has_value());
  CHECK(refused(office.revoke_organisation_key(schools.multikey())) == "/key");
  CHECK(refused(office.add_organisation_key(OrganisationId("schools"), schools.multikey())) ==
        "/key");
  const auto keys = office.organisation_keys();
  REQUIRE(keys.size() == 1);
  CHECK(keys[0].organisation == OrganisationId("schools"));
  CHECK(keys[0].revoked == council.clock.now());
}

TEST_CASE("what asks for nothing, or for more than is taken, is said so by field") {
  World world;
  const auto field = [&](Json::Object body) {
    const auto answer = world.schools.ask(world.schools.sign(), Json(std::move(body)));
    return answer ? std::string("taken") : answer.error().field;
  };
  const Json::Object good{{"person", world.ada.person.value()},
                          {"purpose", "join-up"},
                          {"information", Json::Array{Json("school-attendance")}}};
  CHECK(field(good) == "taken");
  auto more = good;
  more.emplace("name", "Ada Vale");
  CHECK(field(more) == "/name");
  auto nothing = good;
  nothing.insert_or_assign("information", Json::Array{});
  CHECK(field(nothing) == "/information");
}

}  // namespace sayso::app::test
