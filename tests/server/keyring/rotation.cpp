// Rotations with a store beside the keyring: what could be read before can be read after, and what
// was copied before opens no more.
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>

#include "server/app/key_care.h"
#include "server/app/unit.h"
#include "server/keyring/layered_keyring.h"
#include "server/keyring/memory_key_shelf.h"
#include "server/storage/memory/memory_store.h"
#include "server/system/system.h"

namespace sayso::keyring {
namespace {

using app::DataClass;
using app::Shelf;
using app::VaultError;
using encoding::Json;

const PersonId kAda("00000000000000000000000001");
const PersonId kBo("00000000000000000000000002");
const Instant kNow{1'795'424'400};
constexpr int kMonths = 60;

struct World {
  MemoryKeyShelf shelf;
  system::SystemRandom random;
  crypto::SecretKey master{1};
  std::unique_ptr<LayeredKeyring> ring =
      std::move(*LayeredKeyring::open(shelf, master, random, Start::First));
  storage::MemoryStore store;

  World() {
    keep("ada", kAda, DataClass::Evidence);
    keep("ada's contact", kAda, DataClass::Profile);
    keep("bo", kBo, DataClass::Evidence);
  }

  // A process that starts now: nothing is remembered.
  [[nodiscard]] app::Vault vault() { return app::Vault(*ring, random, kMonths); }

  [[nodiscard]] app::RowAddress place(const std::string& what) {
    return vault().address(Shelf::Contacts, {what});
  }

  void keep(const std::string& what, const PersonId& person, DataClass kind) {
    app::Vault keeper = vault();
    const app::StoredRows stored(store);
    app::RowLayer rows(stored);
    keeper.store(rows, place(what), {person, kind}, Json::Object{{"what", what}}, kNow);
    REQUIRE(store.commit({rows.changes(), std::nullopt, std::nullopt}));
  }

  [[nodiscard]] bool reads(const std::string& what) {
    const auto json = vault().load(app::StoredRows(store), place(what));
    return json && *json->find("what")->string() == what;
  }
  [[nodiscard]] bool reads_all() { return reads("ada") && reads("ada's contact") && reads("bo"); }

  [[nodiscard]] app::RowAddress key_of(const PersonId& person, DataClass kind) {
    return vault().key_address({person, kind, app::Month(app::month_of(kNow).value() + kMonths)});
  }

  // Lays what stands at one address over what stands at another, as a dishonest hand would.
  void copy(const app::RowAddress& from, const app::RowAddress& to) {
    const auto row = store.find(from);
    const auto there = store.find(to);
    REQUIRE(row.has_value());
    REQUIRE(store.commit({{{to, there ? there->revision : app::Revision{}, row->sealed, 0}},
                          std::nullopt,
                          std::nullopt}));
  }
};

}  // namespace

TEST_CASE("a data key that was swapped for another person's or class's is refused as tampered") {
  World world;
  SUBCASE("person") {
    world.copy(world.key_of(kBo, DataClass::Evidence), world.key_of(kAda, DataClass::Evidence));
  }
  SUBCASE("class") {
    world.copy(world.key_of(kAda, DataClass::Profile), world.key_of(kAda, DataClass::Evidence));
  }
  CHECK(world.vault().load(app::StoredRows(world.store), world.place("ada")).error() ==
        VaultError::Tampered);
  CHECK(world.reads("bo"));
}

TEST_CASE("after new wraps everything reads as before") {
  World world;
  const auto count = app::rotate_wraps(world.store, *world.ring, world.random);
  REQUIRE(count.has_value());
  CHECK(count->data_keys == 3);
  CHECK(count->tampered == 0);
  world.ring =
      std::move(*LayeredKeyring::open(world.shelf, world.master, world.random, Start::WithData));
  CHECK(world.reads_all());
}

TEST_CASE("a destroyed person stays destroyed through rotations, and nobody else is") {
  World world;
  world.ring->destroy(kAda);
  const auto count = app::rotate_wraps(world.store, *world.ring, world.random);
  REQUIRE(count.has_value());
  CHECK(count->data_keys == 1);
  CHECK(count->destroyed == 2);
  const auto again = app::rotate_data_keys(world.store, *world.ring, world.random);
  REQUIRE(again.has_value());
  CHECK(again->destroyed == 2);
  CHECK(world.vault().load(app::StoredRows(world.store), world.place("ada")).error() ==
        VaultError::Destroyed);
  CHECK(world.reads("bo"));
}

TEST_CASE("what was tampered with keeps a rotation of wraps from ending") {
  World world;
  world.copy(world.key_of(kBo, DataClass::Evidence), world.key_of(kAda, DataClass::Evidence));
  const auto count = app::rotate_wraps(world.store, *world.ring, world.random);
  REQUIRE(count.has_value());
  CHECK(count->tampered == 1);
  CHECK_FALSE(
      LayeredKeyring::open(world.shelf, world.master, world.random, Start::WithData).has_value());
}

TEST_CASE("after new data keys every row is sealed again and reads as before") {
  World world;
  const auto before = world.store.find(world.place("ada"));
  const auto key_before = world.store.find(world.key_of(kAda, DataClass::Evidence));
  const auto count = app::rotate_data_keys(world.store, *world.ring, world.random);
  REQUIRE(count.has_value());
  CHECK(count->data_keys == 3);
  CHECK(count->rows == 3);
  CHECK(world.store.find(world.place("ada"))->sealed != before->sealed);
  CHECK(world.store.find(world.key_of(kAda, DataClass::Evidence))->sealed != key_before->sealed);
  CHECK(world.reads_all());
}

}  // namespace sayso::keyring
