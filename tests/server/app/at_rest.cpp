// What lies on the disk after a journey, looked at as a thief would.

#include <filesystem>
#include <fstream>
#include <iterator>

#include "server/app/demo.h"
#include "server/app/people.h"
#include "server/app/vault.h"
#include "server/storage/sqlite/sqlite_store.h"
#include "shared/crypto/ed25519.h"
#include "shared/encoding/base64.h"
#include "shared/protocol/multikey.h"
#include "shared/protocol/record_common.h"
#include "tests/server/app/asker.h"
#include "tests/server/app/staff.h"
#include "tests/support/temporary_folder.h"

namespace sayso::app::test {

using encoding::Json;

namespace {

// Every file of the data folder, in one.
std::string everything_in(const std::string& folder) {
  std::string all;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (!file.is_regular_file()) continue;
    std::ifstream stream(file.path(), std::ios::binary);
    all.append(std::istreambuf_iterator<char>(stream), {});
  }
  return all;
}

std::string without_hyphens(std::string code) {
  std::erase(code, '-');
  return code;
}

}  // namespace

TEST_CASE(
    "after a journey the data folder holds no name, id, code, key, reference or choice in the "
    "clear") {
  const sayso::test::TemporaryFolder folder;
  auto store = storage::SqliteStore::open({folder.path()});
  REQUIRE(store.has_value());
  Council council(store->get());
  std::vector<std::string> secrets = {"Ashdown",  "Robin",       "Jordan",  "Ellis",
                                      "mornings", "please stop", "consent", "ConsentRefused",
                                      "police",   "join-up",     "dpv:",    "z6Mk",
                                      "eddsa",    "2026-11-23T", "person",  "restricted"};
  const auto invitations = prepare_demo(*council.desk);
  REQUIRE(invitations.has_value());
  Asker schools(council, "schools", 40);
  std::int64_t stops = 0;
  std::uint8_t number = 0;
  for (const DemoInvitation& invitation : *invitations) {
    Phone phone(council, ++number);
    REQUIRE(phone.enrol(invitation.code).has_value());
    secrets.push_back(invitation.code);
    secrets.push_back(without_hyphens(invitation.code));
    secrets.push_back(phone.person.value());
    secrets.push_back(phone.session);
    secrets.push_back(protocol::encode_multikey(phone.key.public_key()));
    secrets.push_back(std::string(as_text(phone.key.public_key())));
    auto request = phone.request(protocol::RequestKind::Delete);
    request.text = "please stop";
    REQUIRE(phone.submit(phone.sign(request)).has_value());
    const Json message =
        Json::Object{{"id", std::string(26, '0')}, {"text", "nobody else may read this"}};
    const auto asked = static_cast<std::uint64_t>(*member(phone.me(), "running").integer());
    REQUIRE(wait_for<std::optional<MessageSent>>(
        [&](auto done) { council.portal->send_message(phone.session, asked, message, done); }));
    REQUIRE(council.office->work(number, {Deed::TakeUp, {}, {}}).has_value());
    REQUIRE(council.office->work(number, {Deed::Ask, "which of the two", {}}).has_value());
    REQUIRE(council.office->work(number, {Deed::Extend, "much to read", {}}).has_value());
    const Work answer{Deed::Refuse, "has to stay", "reviewer-1"};
    REQUIRE(council.office->work(number, answer).has_value());
    REQUIRE(council.office->work(number, {Deed::Confirm, {}, "reviewer-2"}).has_value());
    REQUIRE(phone.submit(phone.sign(phone.consent())).has_value());
    secrets.push_back(encode_hex(*phone.head));
    secrets.push_back(std::string(as_text(*phone.head)));
    secrets.push_back(protocol::record_reference(*phone.head));
    const Json contact = Json::Object{{"shared_device", true},
                                      {"ways", Json::Array{"text"}},
                                      {"safe_times", "mornings"},
                                      {"note", "not at home"}};
    REQUIRE(wait_for<void>(
        [&](auto done) { council.portal->set_contact(phone.session, contact, done); }));
    const std::string share = encoding::encode_base64url(Bytes(32, number));
    const Json pin = Json::Object{{"device", share}, {"verifier", share}, {"share", share}};
    REQUIRE(wait_for<void>(
        [&](auto done) { council.portal->keep_pin_share(phone.session, pin, done); }));
    secrets.push_back(share);
    const auto recovery =
        wait_for<Json>([&](auto done) { council.portal->make_recovery_code(phone.session, done); });
    REQUIRE(recovery.has_value());
    secrets.push_back(text(*recovery, "code"));
    const auto confirmation = wait_for<Json>(
        [&](auto done) { council.portal->make_confirmation_code(phone.session, done); });
    REQUIRE(confirmation.has_value());
    const ItemOf items[] = {{phone.person,
                             {"ref-4711",
                              domain::KindId("health"),
                              OrganisationId("nhs"),
                              {2026, 3, 1},
                              domain::Arrival::Letter,
                              "has asthma",
                              {PurposeId("join-up")}}}};
    decide(phone, protocol::Decision::Agreed);
    if (schools.ask(phone.person, "join-up", "school-attendance").verdict == GateVerdict::Yes) {
      decide(phone, protocol::Decision::Withdrawn);
      REQUIRE(schools.acknowledge(++stops, "told").has_value());
    }
    REQUIRE(council.office->keep_items(items).has_value());
    REQUIRE(council.office->confirm(phone.person, text(*confirmation, "code")).has_value());
  }
  for (const char* secret : {"ref-4711", "health", "asthma", "2026-03-01", "confirmed", "schools",
                             "told", "stopped", "nobody else", "which of the two", "much to read",
                             "has to stay", "reviewer-1", "waiting", "extended", "refused"})
    secrets.emplace_back(secret);
  REQUIRE(stops > 0);
  Team team(council);
  secrets.push_back(team.enter("kim.field", domain::StaffRole::Reviewer));
  for (const char* secret : {"kim.field", "reviewer", "hash of", kGoodPassword})
    secrets.emplace_back(secret);
  const std::string disk = everything_in(folder.path());
  // The search finds what is there: the checkpoint is public and lies open.
  REQUIRE(disk.find("council.example/log") != std::string::npos);
  for (const std::string& secret : secrets) {
    CAPTURE(secret);
    CHECK(disk.find(secret) == std::string::npos);
  }
}

TEST_CASE("a sealed row opens at its own address and revision alone") {
  Council council;
  Vault& vault = council.desk->vault();
  StoredRows stored(council.desk->store());
  RowLayer rows(stored);
  const PersonId ada = council.admit("Ada Vale", kGrownUp);
  const RowAddress here = vault.address(Shelf::Contacts, {"here"});
  const RowAddress there = vault.address(Shelf::Contacts, {"there"});
  const Instant now = council.clock.now();
  vault.store(rows, here, {ada, DataClass::Profile}, Json::Object{{"a", "b"}}, now);
  REQUIRE(vault.load(rows, here).has_value());
  const Row row = *rows.find(here);
  SUBCASE("swapped to another address") { rows.put(there, row.sealed, 0); }
  SUBCASE("from another shelf") {
    rows.put({Shelf::Requests, there.tag}, row.sealed, 0);
    CHECK(vault.load(rows, {Shelf::Requests, there.tag}).error() == VaultError::Tampered);
    rows.put(there, row.sealed, 0);
  }
  SUBCASE("an older revision put back") {
    // A layer's row has the revision after the stored one; two commits make two.
    REQUIRE(council.desk->store().commit({rows.changes(), std::nullopt, std::nullopt}));
    RowLayer later(stored);
    later.put(here, row.sealed, 0);
    CHECK(vault.load(later, here).error() == VaultError::Tampered);
    rows.put(there, row.sealed, 0);
  }
  SUBCASE("any flipped bit") {
    for (std::size_t i = 0; i < row.sealed.size(); i += 7) {
      Bytes flipped = row.sealed;
      flipped[i] ^= 4;
      rows.put(here, flipped, 0);
      CHECK_FALSE(vault.load(rows, here).has_value());
    }
    rows.put(there, row.sealed, 0);
  }
  SUBCASE("cut short") {
    for (std::size_t length = 0; length < row.sealed.size(); length += 11) {
      rows.put(here, Bytes(row.sealed.begin(), row.sealed.begin() + std::ptrdiff_t(length)), 0);
      CHECK_FALSE(vault.load(rows, here).has_value());
    }
    rows.put(there, row.sealed, 0);
  }
  CHECK(vault.load(rows, there).error() == VaultError::Tampered);
  CHECK(vault.load(rows, vault.address(Shelf::Contacts, {"nowhere"})).error() ==
        VaultError::Missing);
}

TEST_CASE("once a person's key is destroyed nobody opens what was theirs, and others' stays") {
  Council council;
  const PersonId ada = council.admit("Ada Vale", kGrownUp);
  const PersonId bo = council.admit("Bo Vale", kGrownUp);
  const StoredRows rows(council.desk->store());
  REQUIRE(find_profile(council.desk->vault(), rows, ada).has_value());
  council.keyring->destroy(ada);
  // A process that starts afterwards has no data key in memory either.
  const Vault fresh(*council.keyring, council.random, 60);
  CHECK(fresh.load(rows, fresh.address(Shelf::People, {ada.value()})).error() ==
        VaultError::Destroyed);
  CHECK(fresh.load(rows, fresh.address(Shelf::People, {bo.value()})).has_value());
}

TEST_CASE("rows of few and of many words have the same size") {
  Council council;
  Vault& vault = council.desk->vault();
  const StoredRows stored(council.desk->store());
  RowLayer rows(stored);
  const PersonId ada = council.admit("Ada Vale", kGrownUp);
  const auto size_of = [&](const std::string& words) {
    const RowAddress address = vault.address(Shelf::Contacts, {words});
    vault.store(rows, address, {ada, DataClass::Profile}, Json::Object{{"words", words}},
                council.clock.now());
    return rows.find(address)->sealed.size();
  };
  CHECK(size_of("no") == size_of(std::string(400, 'x')));
}

TEST_CASE("the demo family is made once; whoever has no device gets a fresh invitation") {
  Council council;
  const auto first = prepare_demo(*council.desk);
  REQUIRE(first.has_value());
  REQUIRE(first->size() == 3);
  Phone phone(council);
  const auto enrolled = phone.enrol((*first)[0].code);
  REQUIRE(enrolled.has_value());
  const Json me = phone.me();
  REQUIRE(member(me, "children").array()->size() == 1);
  const auto second = prepare_demo(*council.desk);
  REQUIRE(second.has_value());
  REQUIRE(second->size() == 2);
  Phone teenager(council, 2);
  CHECK_FALSE(Phone(council, 3).enrol((*first)[2].code).has_value());
  REQUIRE(teenager.enrol((*second)[1].code).has_value());
  const Json young = teenager.me();
  CHECK(text(member(young, "person"), "group") == "young");
  CHECK(member(young, "children").array()->empty());
}

}  // namespace sayso::app::test
