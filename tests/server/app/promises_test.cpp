// What is shown of the promises: figures of the person's own and the council's, computed when they
// are asked for, and none that moves with what anybody else does.
#include "server/app/organisations.h"
#include "shared/encoding/evidence_json.h"
#include "tests/server/app/asker.h"

namespace sayso::app::test {
namespace {

using encoding::Json;
using protocol::Decision;

domain::Evidence shown_to(const Phone& phone) {
  const auto answer = phone.council.portal->promises(phone.session);
  REQUIRE(answer.has_value());
  const auto evidence = encoding::decode_evidence(*answer);
  REQUIRE(evidence.has_value());
  return *evidence;
}

// The key of this person is theirs: somebody of the team made sure.
void confirm(Phone& phone) {
  Council& council = phone.council;
  const auto code = wait_for<Json>(
      [&](auto done) { council.portal->make_confirmation_code(phone.session, done); });
  REQUIRE(code.has_value());
  REQUIRE(council.office->confirm(phone.person, text(*code, "code")).has_value());
}

void keep(Council& council, const PersonId& person, const char* reference, Date received) {
  const ItemOf items[] = {{person,
                           {reference,
                            domain::KindId("school-attendance"),
                            OrganisationId("schools"),
                            received,
                            domain::Arrival::Transfer,
                            "At school on 92 days.",
                            {PurposeId("find-and-support")}}}};
  const auto kept = council.office->keep_items(items);
  REQUIRE(kept.has_value());
  REQUIRE(kept->front().has_value());
}

struct Ada {
  Council council;
  Phone phone{council, 1};
  Ada() { phone.must_enrol(council.admit("Ada Vale", kGrownUp)); }
};

}  // namespace

TEST_CASE("what is held and used is counted for a confirmed key alone") {
  Ada ada;
  keep(ada.council, ada.phone.person, "a", {2026, 9, 4});
  const auto before = shown_to(ada.phone);
  CHECK_FALSE(before.items.has_value());
  CHECK_FALSE(before.uses.has_value());
  CHECK(before.devices == 1);
  CHECK(ada.council.portal->promises("nobody").error().problem == Problem::Session);
  confirm(ada.phone);
  const auto after = shown_to(ada.phone);
  REQUIRE(after.items.has_value());
  CHECK(after.items->count == 1);
  CHECK(after.items->overdue == 0);
  CHECK(after.items->next == Date{2031, 9, 30});
  REQUIRE(after.uses.has_value());
  CHECK(after.uses->count == 0);
  CHECK_FALSE(after.uses->last.has_value());
}

TEST_CASE("an item held past its last day is counted as that, from the next day on") {
  Ada ada;
  confirm(ada.phone);
  // The last day is the 30th of November 2026; the clock says the 23rd.
  keep(ada.council, ada.phone.person, "old", {2021, 11, 30});
  keep(ada.council, ada.phone.person, "new", {2026, 9, 4});
  CHECK(shown_to(ada.phone).items->overdue == 0);
  CHECK(shown_to(ada.phone).items->next == Date{2026, 11, 30});
  ada.council.clock.pass(8 * 24 * 60 * 60);
  REQUIRE(ada.phone.sign_in().has_value());
  const auto items = *shown_to(ada.phone).items;
  CHECK(items.count == 2);
  CHECK(items.overdue == 1);
  CHECK(items.next == Date{2031, 9, 30});
}

TEST_CASE("uses are counted by what they rested on and by who they were, with the last") {
  Ada ada;
  confirm(ada.phone);
  Asker schools(ada.council, "schools", 40);
  decide(ada.phone, Decision::Agreed);
  REQUIRE(schools.ask(ada.phone.person, "join-up", "school-attendance").verdict ==
          GateVerdict::Yes);
  ada.council.clock.pass(60);
  const Look look{
      "key-worker", {domain::KindId("school-attendance")}, PurposeId("find-and-support")};
  REQUIRE(ada.council.office->note_look(ada.phone.person, look).has_value());
  const auto evidence = shown_to(ada.phone);
  CHECK(evidence.uses->count == 2);
  CHECK(evidence.uses->by_choice == 1);
  CHECK(evidence.uses->by_others == 1);
  CHECK(evidence.uses->last == ada.council.clock.now());
  CHECK(evidence.choices == 1);
}

TEST_CASE("an organisation counts while a key of its own is in force") {
  Ada ada;
  CHECK(shown_to(ada.phone).organisations.empty());
  const Asker schools(ada.council, "schools", 40);
  const Asker again(ada.council, "schools", 41);
  const Asker nhs(ada.council, "nhs", 42);
  CHECK(shown_to(ada.phone).organisations ==
        std::vector<OrganisationId>{OrganisationId("nhs"), OrganisationId("schools")});
  REQUIRE(ada.council.office->revoke_organisation_key(nhs.multikey()).has_value());
  CHECK(shown_to(ada.phone).organisations ==
        std::vector<OrganisationId>{OrganisationId("schools")});
}

TEST_CASE("a request is late from the day after it should have been answered") {
  Ada ada;
  REQUIRE(
      ada.phone.submit(ada.phone.sign(ada.phone.request(protocol::RequestKind::See))).has_value());
  CHECK(shown_to(ada.phone).requests.count == 1);
  CHECK(shown_to(ada.phone).requests.late == 0);
  // Received on the 23rd of November: due on the 23rd of December.
  ada.council.clock.pass(30 * 24 * 60 * 60);
  REQUIRE(ada.phone.sign_in().has_value());
  CHECK(shown_to(ada.phone).requests.late == 0);
  ada.council.clock.pass(24 * 60 * 60);
  REQUIRE(ada.phone.sign_in().has_value());
  CHECK(shown_to(ada.phone).requests.late == 1);
}

TEST_CASE("the log is the published one, as of a multiple of the interval") {
  Ada ada;
  ada.council.clock.pass(10 * 60 + 7);
  ada.council.tick_and_wait();
  const auto log = shown_to(ada.phone).log;
  REQUIRE(log.has_value());
  CHECK(log->size ==
        static_cast<std::int64_t>(ada.council.desk->store().published_head()->size.value()));
  CHECK(log->as_of.unix_seconds % ada.council.desk->settings().publish_seconds == 0);
  CHECK(log->as_of.unix_seconds + 7 == ada.council.clock.now().unix_seconds);
  CHECK(log->witnesses == 0);
}

TEST_CASE("what somebody else does changes none of the figures") {
  Ada ada;
  confirm(ada.phone);
  const Asker schools(ada.council, "schools", 40);
  ada.council.tick_and_wait();
  const auto before = ada.council.portal->promises(ada.phone.session);
  Phone bo(ada.council, 2);
  bo.must_enrol(ada.council.admit("Bo Vale", kGrownUp));
  confirm(bo);
  keep(ada.council, bo.person, "b", {2021, 11, 30});
  decide(bo, Decision::Agreed);
  REQUIRE(bo.submit(bo.sign(bo.request(protocol::RequestKind::Delete))).has_value());
  ada.council.clock.pass(60);
  const auto after = ada.council.portal->promises(ada.phone.session);
  REQUIRE(before.has_value());
  REQUIRE(after.has_value());
  CHECK(encoding::encode_canonical(*before) == encoding::encode_canonical(*after));
}

}  // namespace sayso::app::test
