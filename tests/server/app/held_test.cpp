// What is held about people: kept, seen by whom, and opened to a confirmed key alone.
#include "server/app/held.h"

#include <set>

#include "server/app/confirm.h"
#include "server/app/fsck.h"
#include "server/app/people.h"
#include "shared/protocol/multikey.h"
#include "tests/server/app/council.h"

namespace sayso::app::test {

using encoding::Json;

namespace {

domain::HeldItem item(const std::string& reference, const std::string& summary,
                      Date received = {2026, 9, 4}) {
  return {reference,
          domain::KindId("school-attendance"),
          OrganisationId("schools"),
          received,
          domain::Arrival::Transfer,
          summary,
          {PurposeId("find-and-support")}};
}

Outcome<Json> make_code(Phone& phone) {
  return wait_for<Json>([&](Done<Json> done) {
    phone.council.portal->make_confirmation_code(phone.session, std::move(done));
  });
}

void confirm(Phone& phone) {
  const auto made = make_code(phone);
  REQUIRE(made.has_value());
  REQUIRE(phone.council.office->confirm(phone.person, text(*made, "code")).has_value());
}

void keep(Council& council, const PersonId& person, const domain::HeldItem& one,
          Keeping expected = Keeping::New) {
  const ItemOf items[] = {{person, one}};
  const auto kept = council.office->keep_items(items);
  REQUIRE(kept.has_value());
  REQUIRE(kept->size() == 1);
  REQUIRE(kept->front().has_value());
  CHECK(*kept->front() == expected);
}

std::vector<std::string> summaries(const Json& held, std::size_t person = 0) {
  std::vector<std::string> found;
  const Json& one = member(held, "people").array()->at(person);
  for (const Json& entry : *member(one, "items").array()) found.push_back(text(entry, "summary"));
  return found;
}

FsckReport fsck(const Council& council) {
  return check_everything({council.desk->store(), council.desk->vault(), council.log_key()});
}

struct Ada {
  Council council;
  Phone phone{council, 1};
  Ada() { phone.must_enrol(council.admit("Ada Vale", kGrownUp)); }
};

}  // namespace

TEST_CASE("what is held opens to a key that was confirmed, and to no other") {
  Ada ada;
  keep(ada.council, ada.phone.person, item("a", "At school on 92 days."));
  const auto before = ada.council.portal->held(ada.phone.session);
  REQUIRE_FALSE(before.has_value());
  CHECK(before.error().problem == Problem::NotConfirmed);
  CHECK(*member(ada.phone.me(), "confirmed").boolean() == false);
  confirm(ada.phone);
  CHECK(*member(ada.phone.me(), "confirmed").boolean() == true);
  const auto held = ada.council.portal->held(ada.phone.session);
  REQUIRE(held.has_value());
  CHECK(summaries(*held) == std::vector<std::string>{"At school on 92 days."});
  CHECK(ada.council.portal->held("nobody").error().problem == Problem::Session);
}

TEST_CASE("a new key of the same person has to be confirmed again") {
  Ada ada;
  confirm(ada.phone);
  Phone newer(ada.council, 2);
  newer.must_enrol(ada.phone.person);
  CHECK(ada.council.portal->held(newer.session).error().problem == Problem::NotConfirmed);
}

TEST_CASE("a code confirms the person on whose screen it is, once, and for a quarter of an hour") {
  Ada ada;
  const PersonId other = ada.council.admit("Bo Vale", kGrownUp);
  const std::string code = text(*make_code(ada.phone), "code");
  CHECK(code.size() == 6);
  CHECK_FALSE(ada.council.office->confirm(other, code).has_value());
  REQUIRE(ada.council.office->confirm(ada.phone.person, code).has_value());
  CHECK_FALSE(ada.council.office->confirm(ada.phone.person, code).has_value());

  Ada late;
  const std::string old = text(*make_code(late.phone), "code");
  late.council.clock.pass(kConfirmationSeconds);
  CHECK_FALSE(late.council.office->confirm(late.phone.person, old).has_value());
}

TEST_CASE("five wrong tries end a code; a newer one ends an older") {
  Ada ada;
  const std::string code = text(*make_code(ada.phone), "code");
  const std::string wrong = code == "000000" ? "000001" : "000000";
  for (int i = 0; i < kConfirmationTries; ++i)
    CHECK_FALSE(ada.council.office->confirm(ada.phone.person, wrong).has_value());
  CHECK_FALSE(ada.council.office->confirm(ada.phone.person, code).has_value());

  const std::string first = text(*make_code(ada.phone), "code");
  const std::string second = text(*make_code(ada.phone), "code");
  REQUIRE(first != second);
  CHECK_FALSE(ada.council.office->confirm(ada.phone.person, first).has_value());
  CHECK(ada.council.office->confirm(ada.phone.person, second).has_value());
}

TEST_CASE("a key that was replaced while its code was read out is not confirmed") {
  Ada ada;
  const std::string code = text(*make_code(ada.phone), "code");
  Phone newer(ada.council, 2);
  newer.must_enrol(ada.phone.person);
  CHECK_FALSE(ada.council.office->confirm(ada.phone.person, code).has_value());
  CHECK(ada.council.portal->held(newer.session).error().problem == Problem::NotConfirmed);
}

TEST_CASE("a confirmation is in the log, among the person's own entries") {
  Ada ada;
  confirm(ada.phone);
  REQUIRE(ada.phone.submit(ada.phone.sign(ada.phone.consent())).has_value());
  const FsckReport report = fsck(ada.council);
  CHECK(report.findings.empty());
  CHECK(report.statements == 1);
  CHECK(*member(ada.phone.me(), "running").integer() == 3);
}

TEST_CASE("a key that claims to be confirmed, and of which the log says nothing, is found") {
  Ada ada;
  Vault& vault = ada.council.desk->vault();
  const StoredRows stored(ada.council.desk->store());
  const std::string key = protocol::encode_multikey(ada.phone.key.public_key());
  auto device = find_device(vault, stored, key);
  REQUIRE(device.has_value());
  device->assurance = protocol::Assurance::Confirmed;
  RowLayer changed(stored);
  store_device(vault, changed, key, *device);
  REQUIRE(ada.council.desk->store().commit({changed.changes(), {}, {}}).has_value());
  CHECK(fsck(ada.council).findings.size() == 1);
}

TEST_CASE("the same item again changes nothing; one that says something else takes its place") {
  Ada ada;
  confirm(ada.phone);
  keep(ada.council, ada.phone.person, item("a", "Ninety-two days."));
  keep(ada.council, ada.phone.person, item("a", "Ninety-two days."), Keeping::Same);
  keep(ada.council, ada.phone.person, item("a", "Ninety-three days."), Keeping::Changed);
  keep(ada.council, ada.phone.person, item("b", "A prize for art.", {2026, 10, 1}));
  CHECK(summaries(*ada.council.portal->held(ada.phone.session)) ==
        std::vector<std::string>{"A prize for art.", "Ninety-three days."});
}

TEST_CASE("comparing says what keeping would do, and writes nothing") {
  Ada ada;
  keep(ada.council, ada.phone.person, item("a", "Ninety-two days."));
  const ItemOf items[] = {{ada.phone.person, item("a", "Ninety-two days.")},
                          {ada.phone.person, item("a", "Fewer.")},
                          {ada.phone.person, item("b", "New.")},
                          {PersonId("00000000000000000000000000"), item("a", "Whose?")}};
  const auto results = ada.council.office->compare_items(items);
  REQUIRE(results.size() == 4);
  CHECK(results[0] == Keeping::Same);
  CHECK(results[1] == Keeping::Changed);
  CHECK(results[2] == Keeping::New);
  REQUIRE_FALSE(results[3].has_value());
  CHECK(results[3].error() == KeepFault::NobodyThere);
  confirm(ada.phone);
  CHECK(summaries(*ada.council.portal->held(ada.phone.session)).size() == 1);
}

TEST_CASE("what is held about a child is seen by who chooses for them, and by nobody else") {
  Council council;
  Phone ada(council, 1);
  Phone bo(council, 2);
  ada.must_enrol(council.admit("Ada Vale", kGrownUp));
  bo.must_enrol(council.admit("Bo Vale", kGrownUp));
  const PersonId child = council.admit("Cy Vale", kEight);
  for (const Phone* parent : {&ada, &bo})
    REQUIRE(council.office->give_responsibility(parent->person, child).has_value());
  keep(council, child, item("a", "About Cy."));
  keep(council, bo.person, item("a", "About Bo."));
  confirm(ada);
  const Json held = *council.portal->held(ada.session);
  CHECK(member(held, "people").array()->size() == 2);
  CHECK(summaries(held, 0).empty());
  CHECK(summaries(held, 1) == std::vector<std::string>{"About Cy."});

  REQUIRE(council.office->restrict_child(ada.person, child).has_value());
  const Json restricted = *council.portal->held(ada.session);
  CHECK(member(restricted, "people").array()->size() == 1);
}

TEST_CASE("when the month's key is destroyed its items are gone, and later ones stay") {
  Ada ada;
  confirm(ada.phone);
  keep(ada.council, ada.phone.person, item("old", "Old.", {2024, 1, 10}));
  keep(ada.council, ada.phone.person, item("new", "New."));
  ada.council.keyring->destroy(Month(2029 * 12));
  CHECK(summaries(*ada.council.portal->held(ada.phone.session)) ==
        std::vector<std::string>{"New."});
}

TEST_CASE("hundreds of items are all there, each once, however many came at a time") {
  Ada ada;
  confirm(ada.phone);
  std::set<std::string> sent;
  for (const int batch : {1, 63, 64, 65, 200}) {
    std::vector<ItemOf> items;
    for (int i = 0; i < batch; ++i) {
      const std::string name = "n" + std::to_string(sent.size());
      items.push_back({ada.phone.person, item(name, name)});
      sent.insert(name);
    }
    const auto kept = ada.council.office->keep_items(items);
    REQUIRE(kept.has_value());
    for (const auto& one : *kept) CHECK(one == Keeping::New);
  }
  keep(ada.council, ada.phone.person, item("n0", "n0"), Keeping::Same);
  const auto found = summaries(*ada.council.portal->held(ada.phone.session));
  CHECK(found.size() == sent.size());
  CHECK(std::set<std::string>(found.begin(), found.end()) == sent);
  CHECK(fsck(ada.council).findings.empty());
}

TEST_CASE("a person has five thousand items at the most, and the others keep theirs") {
  Ada ada;
  std::vector<ItemOf> items;
  for (std::size_t i = 0; i < kMaxItems + 1; ++i)
    items.push_back({ada.phone.person, item("n" + std::to_string(i), "One.")});
  const auto kept = ada.council.office->keep_items(items);
  REQUIRE(kept.has_value());
  CHECK(kept->at(kMaxItems - 1) == Keeping::New);
  REQUIRE_FALSE(kept->back().has_value());
  CHECK(kept->back().error() == KeepFault::TooMany);
  keep(ada.council, ada.phone.person, item("n7", "Another."), Keeping::Changed);
}

}  // namespace sayso::app::test
