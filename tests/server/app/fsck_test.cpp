// Each kind of thing is damaged once, and has to be named.
#include "server/app/fsck.h"

#include <functional>

#include "server/app/entries.h"
#include "server/app/people.h"
#include "server/app/unit.h"
#include "tests/server/app/council.h"

namespace sayso::app::test {

using encoding::Json;

namespace {

// A store that reads back something else than was written.
class DamagedStore final : public Store {
 public:
  explicit DamagedStore(const Store& kept) : kept_(kept) {}

  std::function<void(TileAddress, std::optional<Bytes>&)> tile;
  std::function<void(std::optional<LogHead>&)> head;
  std::function<void(std::optional<LogHead>&)> published;
  std::function<void(const RowAddress&, std::optional<Row>&)> row;
  std::function<bool(const RowAddress&)> hidden;

  [[nodiscard]] std::optional<Row> find(const RowAddress& address) const override {
    auto found = kept_.find(address);
    if (hidden && hidden(address)) found.reset();
    if (row) row(address, found);
    return found;
  }
  [[nodiscard]] std::optional<LogHead> log_head() const override {
    auto found = kept_.log_head();
    if (head) head(found);
    return found;
  }
  [[nodiscard]] std::optional<LogHead> published_head() const override {
    auto found = kept_.published_head();
    if (published) published(found);
    return found;
  }
  [[nodiscard]] std::optional<Bytes> find_tile(TileAddress address) const override {
    auto found = kept_.find_tile(address);
    if (tile) tile(address, found);
    return found;
  }
  [[nodiscard]] std::vector<RowAddress> list(Shelf shelf) const override {
    auto addresses = kept_.list(shelf);
    if (hidden) std::erase_if(addresses, hidden);
    return addresses;
  }
  [[nodiscard]] Expected<void, StoreError> commit(const Commit&) override {
    return failure(StoreError::Unavailable);
  }
  [[nodiscard]] Expected<void, StoreError> forget_before(std::int64_t) override {
    return failure(StoreError::Unavailable);
  }

 private:
  const Store& kept_;
};

Settings published_settings() {
  auto settings = Council::quick_settings();
  settings.cover_per_batch = 3;
  return settings;
}

// Two people, one of whom lost a key; more than a full tile of entries, published.
struct Scene {
  Scene() {
    first.must_enrol(council.admit("Ada Vale", kGrownUp));
    second.must_enrol(council.admit("Bo Vale", kGrownUp));
    for (int i = 0; i < 4; ++i) REQUIRE(first.submit(first.sign(first.consent())).has_value());
    REQUIRE(first.submit(first.sign(first.request(protocol::RequestKind::See))).has_value());
    third.must_enrol(second.person);
    while (council.memory.log_head()->size.value() < 300)
      REQUIRE(third.submit(third.sign(third.consent())).has_value());
    council.clock.pass(600);
    council.tick_and_wait();
  }

  [[nodiscard]] Vault& vault() const { return council.desk->vault(); }

  [[nodiscard]] FsckReport check() const {
    return check_everything({damaged, vault(), council.log_key()});
  }

  // Whether just this was found, among what follows from it.
  [[nodiscard]] bool names(const std::string& where, const std::string& what) const {
    for (const FsckFinding& finding : check().findings) {
      if (finding.where.find(where) != std::string::npos &&
          finding.what.find(what) != std::string::npos)
        return true;
    }
    for (const FsckFinding& finding : check().findings)
      MESSAGE(finding.where << " " << finding.what);
    return false;
  }

  // Another receipt in an entry's row, sealed as the council itself would.
  void rewrite(const PersonId& signer, std::uint64_t running,
               const std::function<void(protocol::Receipt&)>& change) {
    const RowAddress address = entry_address(vault(), signer, running);
    const StoredRows stored(council.memory);
    auto receipt = protocol::decode_receipt(*vault().load(stored, address));
    REQUIRE(receipt.has_value());
    change(*receipt);
    replace(address, {signer, DataClass::Evidence}, protocol::encode_receipt(*receipt));
  }

  void replace(const RowAddress& address, const Owner& owner, const Json& value) {
    const StoredRows stored(council.memory);
    RowLayer rows(stored);
    vault().store(rows, address, owner, value, council.clock.now());
    REQUIRE(council.memory.commit({rows.changes(), std::nullopt, std::nullopt}).has_value());
  }

  Council council{nullptr, published_settings()};
  Phone first{council, 1};
  Phone second{council, 2};
  Phone third{council, 3};
  DamagedStore damaged{council.memory};
};

void flip(Bytes& bytes, std::size_t place) { bytes.at(place) ^= 1; }

}  // namespace

TEST_CASE("a log that nobody touched is in order, and everything in it was looked at") {
  Scene scene;
  const auto report = scene.check();
  for (const FsckFinding& finding : report.findings) MESSAGE(finding.where << " " << finding.what);
  CHECK(report.found == 0);
  CHECK(report.people == 2);
  CHECK(report.size >= 300);
  CHECK(report.published > 0);
  CHECK(report.entries > 50);
  CHECK(report.tiles >= 5);
}

TEST_CASE("damaged tiles and bundles are named") {
  Scene scene;
  struct Case {
    TileAddress address;
    std::function<void(std::optional<Bytes>&)> damage;
    std::string where;
    std::string what;
  };
  const std::vector<Case> cases = {
      {{0, 0}, [](auto& bytes) { flip(*bytes, 32 * 7); }, "tile 0/0", "another hash than entry 7"},
      {{0, 1}, [](auto& bytes) { bytes->resize(32); }, "tile 0/1", "too short"},
      {{0, 0}, [](auto& bytes) { bytes.reset(); }, "tile 0/0", "missing"},
      {{0, 1}, [](auto& bytes) { bytes->resize(bytes->size() + 32); }, "tile 0/1", "longer"},
      {{1, 0}, [](auto& bytes) { flip(*bytes, 0); }, "tile 1/0", "than tile 0/0 adds up to"},
      {{kEntryBundle, 0},
       [](auto& bytes) { flip(*bytes, 34 * 5 + 2); },
       "tile 0/0",
       "than entry 5"},
      {{kEntryBundle, 0}, [](auto& bytes) { flip(*bytes, 1); }, "tile entries/0", "wrong length"},
      {{kEntryBundle, 1}, [](auto& bytes) { bytes.reset(); }, "tile entries/1", "missing"},
  };
  for (const Case& one : cases) {
    scene.damaged.tile = [&](TileAddress address, std::optional<Bytes>& bytes) {
      if (address == one.address) one.damage(bytes);
    };
    CAPTURE(one.where + " " + one.what);
    CHECK(scene.names(one.where, one.what));
  }
}

TEST_CASE("a changed leaf breaks the root of the checkpoint, too") {
  Scene scene;
  scene.damaged.tile = [](TileAddress address, std::optional<Bytes>& bytes) {
    if (address == TileAddress{0, 1}) flip(*bytes, 0);
  };
  CHECK(scene.names("newest checkpoint", "does not have the root"));
  CHECK(scene.names("published checkpoint", "does not have the root"));
}

TEST_CASE("damaged checkpoints are named") {
  Scene scene;
  const auto broken = [](std::optional<LogHead>& head) {
    const auto line = head->checkpoint.rfind(' ');
    char& letter = head->checkpoint.at(line + 20);
    letter = letter == 'A' ? 'B' : 'A';
  };
  scene.damaged.head = broken;
  CHECK(scene.names("newest checkpoint", "wrong signature"));
  scene.damaged.head = [](std::optional<LogHead>& head) { head->size = TreeSize(299); };
  CHECK(scene.names("newest checkpoint", "another size"));
  scene.damaged.head = nullptr;
  scene.damaged.published = broken;
  CHECK(scene.names("published checkpoint", "wrong signature"));
  scene.damaged.published = [](std::optional<LogHead>& head) { head->checkpoint = "no note"; };
  CHECK(scene.names("published checkpoint", "is not a checkpoint"));
}

TEST_CASE("a log that was cut back is named by the receipts that it gave") {
  Scene scene;
  scene.damaged.head = [&](std::optional<LogHead>& head) {
    // What an old copy of the store would say.
    const auto receipt = protocol::decode_receipt(*scene.vault().load(
        StoredRows(scene.council.memory), entry_address(scene.vault(), scene.first.person, 2)));
    const auto checkpoint =
        protocol::verify_checkpoint(receipt->checkpoint, scene.council.log_key());
    head = LogHead{checkpoint->size, receipt->checkpoint};
  };
  CHECK(scene.names("entry", "proved in a log larger"));
  CHECK(scene.names("published checkpoint", "more entries than the store has"));
}

TEST_CASE("rows that were changed, swapped or taken away are named") {
  Scene scene;
  const RowAddress one = entry_address(scene.vault(), scene.first.person, 2);
  const RowAddress other = entry_address(scene.vault(), scene.first.person, 3);
  scene.damaged.row = [&](const RowAddress& address, std::optional<Row>& row) {
    if (address == one) flip(row->sealed, row->sealed.size() - 1);
  };
  CHECK(scene.names("a row of entries", "not what was stored"));
  scene.damaged.row = [&](const RowAddress& address, std::optional<Row>& row) {
    if (address == one) row = scene.council.memory.find(other);
  };
  CHECK(scene.names("a row of entries", "not what was stored"));
  scene.damaged.row = nullptr;
  scene.damaged.hidden = [&](const RowAddress& address) { return address == one; };
  CHECK(scene.names("the series of entry", "lacks its number 2"));
  for (const auto& [shelf, finding] :
       std::vector<std::pair<Shelf, std::string>>{{Shelf::Accounts, "has no account"},
                                                  {Shelf::Devices, "has no row among the devices"},
                                                  {Shelf::Records, "is not remembered"},
                                                  {Shelf::Requests, "opened no case"}}) {
    scene.damaged.hidden = [shelf = shelf](const RowAddress& address) {
      return address.shelf == shelf;
    };
    CAPTURE(finding);
    CHECK(scene.names("", finding));
  }
  scene.damaged.hidden = [&](const RowAddress& address) {
    return address == entry_address(scene.vault(), scene.first.person, 1);
  };
  CHECK(scene.names("a row of devices", "names an enrolment that is not in the log"));
  scene.damaged.hidden = nullptr;
  scene.damaged.row = [](const RowAddress& address, std::optional<Row>& row) {
    if (address.shelf == Shelf::People) flip(row->sealed, 60);
  };
  CHECK(scene.names("a row of people", "not what was stored"));
}

TEST_CASE("what a council with all its keys would rewrite is named, too") {
  const auto change_decision = [](protocol::Receipt& receipt) {
    receipt.entry.envelope.server_time = Instant{1};
  };
  Scene scene;
  scene.rewrite(scene.first.person, 2, change_decision);
  CHECK(scene.names("entry", "is not in the log that the checkpoint describes"));

  Scene forged;
  forged.rewrite(forged.first.person, 2, [](protocol::Receipt& receipt) {
    auto record = *receipt.entry.envelope.record.object();
    record.at("nonce") = std::string(32, '0');
    receipt.entry.envelope.record = record;
  });
  CHECK(forged.names("entry", "was not signed with the enrolled key"));

  Scene salted;
  salted.rewrite(salted.first.person, 3,
                 [](protocol::Receipt& receipt) { receipt.enrolment->salt[0] ^= 1; });
  CHECK(salted.names("entry", "the enrolment behind it"));

  Scene moved;
  const RowAddress from = entry_address(moved.vault(), moved.first.person, 2);
  const auto receipt = moved.vault().load(StoredRows(moved.council.memory), from);
  REQUIRE(receipt.has_value());
  moved.replace(entry_address(moved.vault(), moved.first.person, 3),
                {moved.first.person, DataClass::Evidence}, *receipt);
  CHECK(moved.names("entry", "stands in another entry's place"));
  CHECK(moved.names("entry", "is claimed by two rows"));
  CHECK(moved.names("the series of entry", "lacks its number 3"));
}

TEST_CASE("an account or a device that says otherwise than the log is named") {
  Scene scene;
  const StoredRows stored(scene.council.memory);
  auto account = find_account(scene.vault(), stored, scene.first.person);
  REQUIRE(account.has_value());
  account->running += 1;
  account->keys.clear();
  RowLayer rows(stored);
  store_account(scene.vault(), rows, scene.first.person, *account, scene.council.clock.now());
  const std::string multikey =
      *find_account(scene.vault(), stored, scene.second.person)->keys.begin();
  auto device = find_device(scene.vault(), stored, multikey);
  REQUIRE(device.has_value());
  device->state = KeyState::Revoked;
  store_device(scene.vault(), rows, multikey, *device);
  REQUIRE(scene.council.memory.commit({rows.changes(), std::nullopt, std::nullopt}).has_value());
  CHECK(scene.names("the series of entry", "and its account at 7"));
  CHECK(scene.names("the series of entry", "other keys than its account has"));
  CHECK(scene.names("the key enrolled by number", "says otherwise than the log"));
}

TEST_CASE("a destroyed key without a certificate is a finding") {
  Scene scene;
  scene.council.keyring->destroy(scene.first.person);
  // A vault that never held the key.
  const Vault fresh(*scene.council.keyring, scene.council.random, 60);
  const auto report = check_everything({scene.damaged, fresh, scene.council.log_key()});
  CHECK(report.found > 0);
  CHECK(report.findings.front().what.find("no certificate") != std::string::npos);
}

}  // namespace sayso::app::test
