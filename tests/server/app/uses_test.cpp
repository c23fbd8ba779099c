// Uses of what is known about people: in the log before anything is released, sealed under the
// person's own key, and seen by them.
#include "server/app/uses.h"

#include "server/app/fsck.h"
#include "server/app/people.h"
#include "server/app/sequencer.h"
#include "server/app/shred.h"
#include "server/app/wait.h"
#include "tests/server/app/council.h"
#include "tests/server/app/faulty_store.h"

namespace sayso::app::test {
namespace {

Look look(const std::string& kind = "school-attendance") {
  return {"key-worker", {domain::KindId(kind)}, PurposeId("find-and-support")};
}

std::vector<KeptUse> uses_of(const Council& council, const PersonId& person) {
  return find_uses(council.desk->vault(), StoredRows(council.desk->store()), person);
}

FsckReport fsck(const Council& council) {
  return check_everything({council.desk->store(), council.desk->vault(), council.log_key()});
}

}  // namespace

TEST_CASE("a look by the team is a use: in the log, in the person's own series, newest first") {
  Council council;
  Phone ada(council, 1);
  ada.must_enrol(council.admit("Ada Vale", kGrownUp));
  REQUIRE(council.office->note_look(ada.person, look()).has_value());
  council.clock.pass(60);
  REQUIRE(council.office->note_look(ada.person, look("health")).has_value());
  const auto uses = uses_of(council, ada.person);
  REQUIRE(uses.size() == 2);
  CHECK(uses[0].use.information == std::vector<domain::KindId>{domain::KindId("health")});
  CHECK(uses[0].use.when == council.clock.now());
  CHECK(uses[1].use.role == "key-worker");
  CHECK(uses[1].use.kind == domain::UseKind::Viewed);
  CHECK(uses[1].choices.empty());
  CHECK(uses[1].use.entry < uses[0].use.entry);
  REQUIRE(ada.submit(ada.sign(ada.consent())).has_value());
  CHECK(*member(ada.me(), "running").integer() == 4);
  const FsckReport report = fsck(council);
  CHECK(report.found == 0);
  CHECK(report.statements == 2);
}

TEST_CASE("what the notice does not know is no reason to look, and nobody is nobody") {
  Council council;
  const PersonId ada = council.admit("Ada Vale", kGrownUp);
  const auto refused = [&](const PersonId& person, Look one) {
    const auto outcome = council.office->note_look(person, one);
    return outcome ? std::string("looked") : outcome.error().field;
  };
  Look study = look();
  study.purpose = PurposeId("national-impact-study");
  CHECK(refused(ada, study) == "/purpose");
  CHECK(refused(ada, look("favourite-colour")) == "/information");
  Look nothing = look();
  nothing.information.clear();
  CHECK(refused(ada, nothing) == "/information");
  CHECK(refused(PersonId("00000000000000000000000000"), look()) == "/person");
  CHECK(uses_of(council, ada).empty());
}

TEST_CASE("what cannot be written is not released") {
  storage::MemoryStore kept;
  FaultyStore store(kept);
  Council council(&store);
  const PersonId ada = council.admit("Ada Vale", kGrownUp);
  store.before = [](const Commit&) { return std::optional(StoreError::Unavailable); };
  bool released = false;
  using Answer = std::function<Outcome<void>()>;
  const auto outcome =
      run_and_wait<void>(council.desk->sequencer(), [&](Unit& unit) -> Outcome<Answer> {
        REQUIRE(append_look(*council.desk, unit, ada, look()).has_value());
        return Answer([&]() -> Outcome<void> {
          released = true;
          return {};
        });
      });
  REQUIRE_FALSE(outcome.has_value());
  CHECK(outcome.error().problem == Problem::Unavailable);
  CHECK_FALSE(released);
  store.before = nullptr;
  CHECK(uses_of(council, ada).empty());
}

TEST_CASE("a use is sealed under the key of the person whom it is about, and gone with it") {
  Council council;
  Phone ada(council, 1);
  ada.must_enrol(council.admit("Ada Vale", kGrownUp));
  REQUIRE(council.office->note_look(ada.person, look()).has_value());
  const Settings settings = council.desk->settings();
  council.office.reset();
  council.portal.reset();
  council.desk.reset();
  const auto done =
      shred({council.memory, *council.keyring, council.clock, council.random, settings},
            {ada.person, {}, {}});
  REQUIRE(done.has_value());
  std::size_t entries = 0;
  for (const auto& certificate : *done) entries += certificate.entries.size();
  // The enrolment and the use.
  CHECK(entries == 2);
  const Vault vault(*council.keyring, council.random, 60);
  CHECK(find_uses(vault, StoredRows(council.memory), ada.person).empty());
  const auto report = check_everything(
      {council.memory, vault, {settings.log_name, council.keyring->log_public_key()}});
  for (const FsckFinding& finding : report.findings) MESSAGE(finding.where << " " << finding.what);
  CHECK(report.found == 0);
}

}  // namespace sayso::app::test
