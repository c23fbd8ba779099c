// What lies under the desk key about a person goes with the person, wherever a destruction is cut
// off, and leaves no way in.
#include "server/app/desk_rows.h"

#include "server/app/people.h"
#include "server/app/shred.h"
#include "shared/encoding/base64.h"
#include "tests/server/app/faulty_store.h"
#include "tests/server/app/retention_day.h"

namespace sayso::app::test {
namespace {

using encoding::Json;

constexpr Shelf kShelves[] = {Shelf::Devices, Shelf::PinShares, Shelf::Sessions,
                              Shelf::Confirmations, Shelf::Invitations};

std::string bytes_of(std::uint8_t number) { return encoding::encode_base64url(Bytes(32, number)); }

// Ada and Bo share a tablet; Ada has all that a person can have.
struct Desks {
  Council council;
  Phone ada{council, 1};
  Phone bo{council, 2};
  FaultyStore store{council.memory};
  Settings settings = Council::quick_settings();
  std::string recovery;
  std::string invitation;

  Desks() {
    ada.must_enrol(council.admit("Ada Vale", kGrownUp));
    bo.must_enrol(council.admit("Bo Vale", kGrownUp));
    REQUIRE(ada.submit(ada.sign(ada.consent())).has_value());
    keep_pin(ada, 1);
    keep_pin(bo, 2);
    const auto code = wait_for<Json>(
        [&](auto done) { council.portal->make_recovery_code(ada.session, std::move(done)); });
    recovery = text(*code, "code");
    REQUIRE(wait_for<Json>([&](auto done) {
              council.portal->make_confirmation_code(ada.session, std::move(done));
            }).has_value());
    invitation = council.invite(ada.person);
  }

  void keep_pin(const Phone& phone, std::uint8_t number) {
    const Json body = Json::Object{
        {"device", bytes_of(9)}, {"verifier", bytes_of(number)}, {"share", bytes_of(number)}};
    REQUIRE(wait_for<void>([&](auto done) {
              council.portal->keep_pin_share(phone.session, body, std::move(done));
            }).has_value());
  }

  [[nodiscard]] bool releases_pin(std::uint8_t number) {
    const Json body = Json::Object{{"device", bytes_of(9)}, {"verifier", bytes_of(number)}};
    return wait_for<Json>(
               [&](auto done) { council.portal->release_pin_share(body, std::move(done)); })
        .has_value();
  }

  void close() {
    council.office.reset();
    council.portal.reset();
    council.desk.reset();
  }

  void open() {
    council.desk = std::make_unique<Desk>(settings, shipped_notices(), council.memory,
                                          *council.keyring, council.clock, council.random);
    council.portal = std::make_unique<Portal>(*council.desk);
    council.office = std::make_unique<Office>(*council.desk);
  }

  void restart_keyring(keyring::Start start) {
    auto opened =
        keyring::LayeredKeyring::open(council.shelf, crypto::SecretKey{1}, council.random, start);
    REQUIRE(opened.has_value());
    council.keyring = std::move(*opened);
  }

  [[nodiscard]] ShredDesk shred_desk() {
    return {store, *council.keyring, council.clock, council.random, settings};
  }

  // On how many shelves something names the person, or one of their keys' series.
  [[nodiscard]] int shelves_naming(const PersonId& person) {
    const Vault vault(*council.keyring, council.random, 60);
    const StoredRows rows(council.memory);
    int shelves = 0;
    for (const Shelf shelf : kShelves) {
      bool named = false;
      for (const RowAddress& address : council.memory.list(shelf)) {
        const auto json = vault.load(rows, address);
        named |= json && encode_canonical(*json).find(person.value()) != std::string::npos;
      }
      shelves += named ? 1 : 0;
    }
    return shelves;
  }

  void must_be_in_order() {
    const Vault vault(*council.keyring, council.random, 60);
    const auto report = check_everything(
        {council.memory, vault, {settings.log_name, council.keyring->log_public_key()}});
    for (const FsckFinding& finding : report.findings)
      FAIL_CHECK(finding.where << " " << finding.what);
  }
};

}  // namespace

TEST_CASE("with a person goes all that lies under the desk key about them, and every way in") {
  Desks desks;
  CHECK(desks.shelves_naming(desks.ada.person) == 4);
  CHECK(desks.council.memory.list(Shelf::Confirmations).size() == 1);
  desks.close();
  REQUIRE(shred(desks.shred_desk(), {desks.ada.person, {}, {}}).has_value());
  CHECK(desks.shelves_naming(desks.ada.person) == 0);
  CHECK(desks.council.memory.list(Shelf::Confirmations).empty());
  CHECK(desks.shelves_naming(desks.bo.person) == 4);
  desks.must_be_in_order();

  desks.open();
  CHECK(desks.council.portal->me(desks.ada.session).error().problem == Problem::Session);
  CHECK(desks.ada.sign_in().error().problem == Problem::EnrolmentGone);
  CHECK_FALSE(desks.releases_pin(1));
  CHECK(desks.releases_pin(2));
  Phone thief(desks.council, 3);
  CHECK(thief.enrol(desks.recovery).error().problem == Problem::Invitation);
  CHECK(thief.enrol(desks.invitation).error().problem == Problem::Invitation);
  CHECK(desks.council.portal->me(desks.bo.session).has_value());
}

TEST_CASE("the key of somebody who is gone never stands for anybody else") {
  Desks desks;
  desks.close();
  REQUIRE(shred(desks.shred_desk(), {desks.ada.person, {}, {}}).has_value());
  desks.open();
  const PersonId cy = desks.council.admit("Cy Vale", kGrownUp);
  const auto refused = desks.ada.enrol(desks.council.invite(cy));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().problem == Problem::Record);
}

TEST_CASE("what lies under the desk key goes too when everything of a person was due") {
  Desks desks;
  desks.council.clock.pass(62 * kMonthSeconds);
  run_retention_day(desks.council);
  CHECK(desks.shelves_naming(desks.ada.person) == 0);
  CHECK(desks.shelves_naming(desks.bo.person) == 0);
  CHECK(desks.council.memory.list(Shelf::PinShares).empty());
  CHECK(desks.council.memory.list(Shelf::Confirmations).empty());
}

TEST_CASE("whose evidence alone was destroyed is let in anew, and their numbers go on") {
  Desks desks;
  desks.close();
  REQUIRE(shred(desks.shred_desk(), {desks.ada.person, DataClass::Evidence, {}}).has_value());
  desks.open();
  CHECK(desks.shelves_naming(desks.ada.person) == 0);
  Phone newer(desks.council, 3);
  newer.must_enrol(desks.ada.person);
  CHECK(newer.submit(newer.sign(newer.consent())).has_value());
  // Two entries and the certificate's statement were before.
  CHECK(*member(newer.me(), "running").integer() == 5);
  desks.close();
  desks.must_be_in_order();
}

TEST_CASE("cut off before any commit, a destruction is finished with all that it takes along") {
  constexpr int kBeforePlan = 1;
  bool was_done = false;
  for (int step = kBeforePlan; !was_done; ++step) {
    CAPTURE(step);
    REQUIRE(step < 20);
    Desks desks;
    desks.close();
    int commits = 0;
    desks.store.before = [&](const Commit&) -> std::optional<StoreError> {
      return ++commits < step ? std::nullopt : std::optional(StoreError::Unavailable);
    };
    was_done = shred(desks.shred_desk(), {desks.ada.person, {}, {}}).has_value();
    CHECK(desks.shelves_naming(desks.ada.person) == (was_done ? 0 : 4));
    desks.store.before = nullptr;
    desks.restart_keyring(keyring::Start::Unfinished);
    REQUIRE(finish_shred(desks.shred_desk()).has_value());
    CHECK(desks.shelves_naming(desks.ada.person) == (step == kBeforePlan ? 4 : 0));
    CHECK(desks.shelves_naming(desks.bo.person) == 4);
    desks.must_be_in_order();
  }
}

}  // namespace sayso::app::test
