// Destroying keys on purpose: what is gone is certified in the log, what was not asked for stays,
// and a run that is cut off anywhere can be finished.
#include <stdexcept>

#include "server/app/entries.h"
#include "server/app/fsck.h"
#include "server/app/key_owners.h"
#include "server/app/people.h"
#include "server/app/retention.h"
#include "server/app/sequencer.h"
#include "server/app/shred.h"
#include "tests/server/app/council.h"
#include "tests/server/app/faulty_store.h"
#include "tests/server/app/whole_log.h"

namespace sayso::app::test {

namespace {

// A process that dies when it is about to remove a key.
struct Killed : std::runtime_error {
  Killed() : std::runtime_error("killed") {}
};

class DyingShelf final : public keyring::KeyShelf {
 public:
  explicit DyingShelf(keyring::KeyShelf& kept) : kept_(kept) {}
  bool dies = false;

  [[nodiscard]] std::optional<Bytes> load(std::string_view name) const override {
    return kept_.load(name);
  }
  [[nodiscard]] Bytes store_once(std::string_view name, ByteView bytes) override {
    return kept_.store_once(name, bytes);
  }
  void destroy(std::string_view name) override {
    if (dies) throw Killed();
    kept_.destroy(name);
  }
  [[nodiscard]] bool has(std::string_view name) const override { return kept_.has(name); }
  [[nodiscard]] std::vector<std::string> names() const override { return kept_.names(); }
  void replace(std::string_view name, ByteView bytes) override {
    if (dies) throw Killed();
    kept_.replace(name, bytes);
  }

 private:
  keyring::KeyShelf& kept_;
};

struct World {
  Council council;
  Phone ada{council, 1};
  Phone bo{council, 2};
  FaultyStore store{council.memory};
  DyingShelf shelf{council.shelf};
  Settings settings = Council::quick_settings();

  World() {
    ada.must_enrol(council.admit("Ada Vale", kGrownUp));
    bo.must_enrol(council.admit("Bo Vale", kGrownUp));
    for (int i = 0; i < 3; ++i) {
      REQUIRE(ada.submit(ada.sign(ada.consent())).has_value());
      REQUIRE(bo.submit(bo.sign(bo.consent())).has_value());
    }
    REQUIRE(ada.submit(ada.sign(ada.request(protocol::RequestKind::See))).has_value());
    close();
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

  // A process that starts now.
  void restart_keyring(keyring::Start start = keyring::Start::WithData) {
    auto opened = keyring::LayeredKeyring::open(shelf, crypto::SecretKey{1}, council.random, start);
    REQUIRE(opened.has_value());
    council.keyring = std::move(*opened);
  }

  Expected<std::vector<protocol::DestructionCertificate>, ShredError> run(const ShredScope& scope) {
    return shred({store, *council.keyring, council.clock, council.random, settings}, scope);
  }
  Expected<std::vector<protocol::DestructionCertificate>, ShredError> finish() {
    shelf.dies = false;
    store.before = nullptr;
    restart_keyring(keyring::Start::Unfinished);
    return finish_shred({store, *council.keyring, council.clock, council.random, settings});
  }

  [[nodiscard]] Vault vault() { return Vault(*council.keyring, council.random, 60); }

  FsckReport check() {
    const Vault fresh = vault();
    return check_everything(
        {council.memory, fresh, {settings.log_name, council.keyring->log_public_key()}});
  }

  void must_be_in_order() {
    const auto report = check();
    for (const FsckFinding& finding : report.findings)
      MESSAGE(finding.where << " " << finding.what);
    CHECK(report.found == 0);
  }

  [[nodiscard]] bool opens(const PersonId& person, std::uint64_t running) {
    const Vault fresh = vault();
    return load_entry(fresh, StoredRows(council.memory), person, running).has_value();
  }

  // Damages the row, as a dishonest hand would.
  void flip(const RowAddress& address) {
    auto row = council.memory.find(address);
    REQUIRE(row.has_value());
    row->sealed.back() ^= 1;
    REQUIRE(council.memory.commit({{{address, row->revision, row->sealed, 0}}, {}, {}}));
  }

  void remove_all(Shelf shelf_of_rows) {
    const StoredRows stored(council.memory);
    RowLayer rows(stored);
    for (const RowAddress& address : council.memory.list(shelf_of_rows)) rows.remove(address);
    REQUIRE(council.memory.commit({rows.changes(), {}, {}}));
  }

  void bury(const RowAddress& address, const RecordId& certificate) {
    Vault fresh = vault();
    const StoredRows stored(council.memory);
    RowLayer rows(stored);
    fresh.bury(rows, address, certificate);
    REQUIRE(council.memory.commit({rows.changes(), {}, {}}));
  }
};

bool finds(const FsckReport& report, const std::string& what) {
  for (const FsckFinding& finding : report.findings) {
    if ((finding.where + " " + finding.what).find(what) != std::string::npos) return true;
  }
  return false;
}

Month month_of_data(const World& world) {
  return Month(month_of(world.council.clock.now()).value() + 60);
}

}  // namespace

TEST_CASE("a person's data is destroyed, certified in the log, and nobody else's is touched") {
  World world;
  const auto size = world.council.memory.log_head()->size.value();
  const auto done = world.run({world.ada.person, {}, {}});
  REQUIRE(done.has_value());
  REQUIRE(done->size() == 3);
  for (const auto& certificate : *done) {
    CHECK(certificate.person == world.ada.person);
    CHECK(certificate.entries.size() == (certificate.data_class == "evidence" ? 5 : 0));
  }
  CHECK(world.council.memory.log_head()->size.value() >= size + 3);
  CHECK_FALSE(world.opens(world.ada.person, 2));
  CHECK(world.opens(world.bo.person, 2));
  world.must_be_in_order();
  const auto report = world.check();
  CHECK(report.statements == 3);
  CHECK(report.destroyed > 5);
  CHECK(report.people == 2);

  world.open();
  check_whole_log(world.council);
  // Whoever signs in with that key finds nobody there.
  if (world.ada.sign_in()) CHECK_FALSE(world.council.portal->me(world.ada.session).has_value());
  REQUIRE(world.bo.sign_in().has_value());
  CHECK(world.bo.submit(world.bo.sign(world.bo.consent())).has_value());
}

TEST_CASE("one class of a person goes, under new wraps, and the person goes on") {
  World world;
  const DataKeyName name{world.ada.person, DataClass::Requests, month_of_data(world)};
  const auto wrapped = world.council.memory.find(world.vault().key_address(name));
  REQUIRE(wrapped.has_value());
  const auto done = world.run({world.ada.person, DataClass::Requests, {}});
  REQUIRE(done.has_value());
  REQUIRE(done->size() == 1);
  CHECK(done->front().rows == 3);
  // From a copy of the database taken before.
  CHECK_FALSE(world.council.keyring->unwrap(name, wrapped->sealed).has_value());
  CHECK(world.opens(world.ada.person, 5));
  world.must_be_in_order();

  world.restart_keyring();
  world.open();
  REQUIRE(world.ada.sign_in().has_value());
  CHECK(member(world.ada.me(), "requests").array()->empty());
  // The statement took number 6; what comes now is number 7, under a key of its own.
  REQUIRE(world.ada.submit(world.ada.sign(world.ada.request(protocol::RequestKind::See))));
  CHECK(member(world.ada.me(), "requests").array()->size() == 1);
  CHECK(*member(world.ada.me(), "running").integer() == 7);
  world.close();
  world.must_be_in_order();
}

TEST_CASE("a month is destroyed for everybody, once it is over") {
  World world;
  const ShredScope scope{{}, {}, month_of_data(world)};
  CHECK(world.run(scope).error() == ShredError::NotYet);
  world.council.clock.pass(std::int64_t{62} * 31 * 24 * 60 * 60);
  const auto done = world.run(scope);
  REQUIRE(done.has_value());
  CHECK(done->size() == 5);
  CHECK_FALSE(world.opens(world.ada.person, 1));
  CHECK_FALSE(world.opens(world.bo.person, 1));
  world.must_be_in_order();
}

TEST_CASE("retention destroys every month that is over and says what comes next, once") {
  World world;
  const ShredDesk desk{world.store, *world.council.keyring, world.council.clock,
                       world.council.random, world.settings};
  const auto now = forecast_retention(desk);
  REQUIRE(now.has_value());
  REQUIRE(now->months.size() == 1);
  CHECK(now->months[0].month == month_of_data(world));
  CHECK_FALSE(now->months[0].due);
  CHECK(now->months[0].people == 2);
  CHECK(now->months[0].rows.at(DataClass::Requests) == 3);
  CHECK(run_retention(desk)->empty());
  CHECK(world.opens(world.ada.person, 1));

  world.council.clock.pass(std::int64_t{62} * 31 * 24 * 60 * 60);
  CHECK(forecast_retention(desk)->months.at(0).due);
  const auto done = run_retention(desk);
  REQUIRE(done.has_value());
  CHECK(done->size() == 5);
  CHECK_FALSE(world.opens(world.ada.person, 1));
  CHECK_FALSE(world.opens(world.bo.person, 1));
  CHECK(run_retention(desk)->empty());
  CHECK(forecast_retention(desk)->months.empty());
  world.must_be_in_order();
}

TEST_CASE("retention ends what was cut off before it begins anew") {
  World world;
  const auto gone_by = month_of_data(world);
  world.council.clock.pass(std::int64_t{62} * 31 * 24 * 60 * 60);
  int commits = 0;
  world.store.before = [&](const Commit&) -> std::optional<StoreError> {
    return ++commits < 2 ? std::nullopt : std::optional(StoreError::Unavailable);
  };
  CHECK(world.run({{}, {}, gone_by}).error() == ShredError::Storage);
  world.store.before = nullptr;
  world.restart_keyring(keyring::Start::Unfinished);
  const ShredDesk desk{world.store, *world.council.keyring, world.council.clock,
                       world.council.random, world.settings};
  CHECK(forecast_retention(desk)->unfinished);
  const auto done = run_retention(desk);
  REQUIRE(done.has_value());
  CHECK(done->size() == 5);
  world.must_be_in_order();
}

TEST_CASE("what is not there is not certified, and what does not open neither") {
  World world;
  CHECK(world.run({PersonId("00000000000000000000000000"), {}, {}}).error() ==
        ShredError::NothingThere);
  world.flip(entry_address(world.vault(), world.ada.person, 2));
  CHECK(world.run({world.ada.person, {}, {}}).error() == ShredError::Unreadable);
  CHECK(world.opens(world.ada.person, 3));
}

TEST_CASE("a destruction that is cut off at any step is finished by the next run, and shows") {
  // Where the process ends: at the first key that goes, or before that commit.
  constexpr int kAtFirstKey = 0;
  constexpr int kBeforePlan = 1;
  for (const bool is_whole : {true, false}) {
    bool was_done = false;
    for (int step = kAtFirstKey; !was_done; ++step) {
      CAPTURE(is_whole);
      CAPTURE(step);
      World world;
      world.restart_keyring();
      ShredScope scope{world.ada.person, {}, {}};
      if (!is_whole) scope.data_class = DataClass::Evidence;
      world.shelf.dies = step == kAtFirstKey;
      int commits = 0;
      world.store.before = [&](const Commit&) -> std::optional<StoreError> {
        if (step == kAtFirstKey || ++commits < step) return std::nullopt;
        return StoreError::Unavailable;
      };
      try {
        was_done = world.run(scope).has_value();
      } catch (const Killed&) {
        CHECK(step == kAtFirstKey);
      }
      const bool is_planned = is_shred_unfinished(world.vault(), StoredRows(world.council.memory));
      CHECK(is_planned == (!was_done && step != kBeforePlan));
      if (is_planned) {
        CHECK(finds(world.check(), "was cut off"));
        CHECK(world.run(scope).error() == ShredError::Unfinished);
      }
      REQUIRE(world.finish().has_value());
      CHECK(world.opens(world.ada.person, 2) == (step == kBeforePlan));
      CHECK(world.opens(world.bo.person, 2));
      world.must_be_in_order();
      world.restart_keyring();
      REQUIRE(step < 20);
    }
  }
}

TEST_CASE("without its certificate, or with more rows gone than it says, a leaf is a finding") {
  World world;
  REQUIRE(world.run({world.ada.person, {}, {}}).has_value());
  const RowAddress bos = entry_address(world.vault(), world.bo.person, 2);
  SUBCASE("a row buried that was never certified") {
    world.bury(bos, RecordId(std::string(26, '0')));
    CHECK(finds(world.check(), "no certificate says why"));
  }
  SUBCASE("a row buried under somebody else's certificate") {
    const RowAddress gone = entry_address(world.vault(), world.ada.person, 2);
    const auto id = world.vault().certificate_of(gone, *world.council.memory.find(gone));
    REQUIRE(id.has_value());
    world.bury(bos, *id);
    CHECK(finds(world.check(), "fewer rows than are gone"));
  }
  SUBCASE("certificates taken away") {
    world.remove_all(Shelf::Certificates);
    const auto report = world.check();
    CHECK(finds(report, "no certificate says why"));
    CHECK(finds(report, "whose certificate is not kept"));
  }
  SUBCASE("the statements taken away") {
    world.remove_all(Shelf::Statements);
    CHECK(finds(world.check(), "a certificate of destruction is not in the log"));
  }
  SUBCASE("a statement changed") {
    world.flip(world.council.memory.list(Shelf::Statements).front());
    CHECK(finds(world.check(), "a row of statements is not what was stored there"));
  }
}

TEST_CASE("a key file that went missing is counted, and no new key takes its place") {
  World world;
  for (const std::string& name : world.council.shelf.names()) {
    if (name.compare(0, 7, "months/") == 0) world.council.shelf.destroy(name);
  }
  world.restart_keyring();
  const auto owners = count_owners(world.council.memory, world.vault(), *world.council.keyring);
  CHECK(owners.missing.months == 1);
  CHECK(owners.missing.people == 0);
  CHECK(finds(world.check(), "no certificate says why"));
  std::vector<std::string> events;
  world.settings.report = [&](std::string_view event) { events.emplace_back(event); };
  world.open();
  // Somebody new would need the month's key.
  const auto refused = world.council.office->admit({"Cy Vale", kGrownUp});
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().problem == Problem::Unavailable);
  CHECK(events == std::vector<std::string>{"key-missing"});
  world.close();
  CHECK(world.council.keyring->months().empty());
}

TEST_CASE("a tampered key row is answered with an error, and the server goes on for others") {
  World world;
  world.flip(
      world.vault().key_address({world.ada.person, DataClass::Requests, month_of_data(world)}));
  world.open();
  REQUIRE(world.ada.sign_in().has_value());
  const auto head = world.ada.head;
  const auto refused =
      world.ada.submit(world.ada.sign(world.ada.request(protocol::RequestKind::Ask)));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().problem == Problem::Unavailable);
  CHECK(world.ada.head == head);
  CHECK(world.ada.submit(world.ada.sign(world.ada.consent())).has_value());
  REQUIRE(world.bo.sign_in().has_value());
  CHECK(world.bo.submit(world.bo.sign(world.bo.consent())).has_value());
}

}  // namespace sayso::app::test
