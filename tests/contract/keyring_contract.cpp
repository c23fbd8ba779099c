#include <doctest/doctest.h>

#include <memory>

#include "server/keyring/file_key_shelf.h"
#include "server/keyring/layered_keyring.h"
#include "server/keyring/master_key.h"
#include "server/keyring/memory_key_shelf.h"
#include "server/keyring/sealed_key.h"
#include "server/system/system.h"
#include "tests/support/temporary_folder.h"

namespace sayso {
namespace {

using app::Month;
using keyring::LayeredKeyring;
using keyring::Start;

struct MemoryWorld {
  keyring::MemoryKeyShelf kept;
  keyring::KeyShelf& shelf() { return kept; }
};

struct FileWorld {
  test::TemporaryFolder folder;
  std::unique_ptr<keyring::FileKeyShelf> kept =
      std::move(*keyring::FileKeyShelf::open(folder.path() + "/keyring"));
  keyring::KeyShelf& shelf() { return *kept; }
};

template <class World>
struct Ring {
  World world;
  system::SystemRandom random;
  crypto::SecretKey master{1, 2, 3};
  std::unique_ptr<LayeredKeyring> ring = open(Start::First);

  std::unique_ptr<LayeredKeyring> open(Start start) {
    auto opened = LayeredKeyring::open(world.shelf(), master, random, start);
    return opened ? std::move(*opened) : nullptr;
  }
};

const PersonId kAda("00000000000000000000000001");
const PersonId kBo("00000000000000000000000002");
const crypto::AeadKey kDataKey{9, 8, 7};

app::DataKeyName name(const PersonId& person, int month,
                      app::DataClass kind = app::DataClass::Evidence) {
  return {person, kind, Month(month)};
}

}  // namespace

TEST_CASE_TEMPLATE("keys are the same after a restart", World, MemoryWorld, FileWorld) {
  Ring<World> ring;
  const auto tag = ring.ring->tag("a", as_bytes("x"));
  const auto pepper = ring.ring->pepper("a", as_bytes("x"));
  const Bytes wrapped = ring.ring->wrap(name(kAda, 24'000), kDataKey).value();
  const auto log_key = ring.ring->log_public_key();
  ring.ring = ring.open(Start::WithData);
  REQUIRE(ring.ring != nullptr);
  CHECK(ring.ring->tag("a", as_bytes("x")) == tag);
  CHECK(ring.ring->pepper("a", as_bytes("x")) == pepper);
  CHECK(ring.ring->log_public_key() == log_key);
  CHECK(ring.ring->unwrap(name(kAda, 24'000), wrapped) == kDataKey);
}

TEST_CASE_TEMPLATE("tags differ by domain and by value, and are not the pepper's", World,
                   MemoryWorld, FileWorld) {
  Ring<World> ring;
  CHECK(ring.ring->tag("a", as_bytes("x")) != ring.ring->tag("b", as_bytes("x")));
  CHECK(ring.ring->tag("a", as_bytes("x")) != ring.ring->tag("a", as_bytes("y")));
  CHECK(ring.ring->tag("a", as_bytes("x")) != ring.ring->pepper("a", as_bytes("x")));
}

TEST_CASE_TEMPLATE("a wrapped key opens for its person and month alone", World, MemoryWorld,
                   FileWorld) {
  Ring<World> ring;
  Bytes wrapped = ring.ring->wrap(name(kAda, 24'000), kDataKey).value();
  (void)ring.ring->wrap(name(kBo, 24'001), kDataKey);
  CHECK_FALSE(ring.ring->unwrap(name(kBo, 24'000), wrapped).has_value());
  CHECK_FALSE(ring.ring->unwrap(name(kAda, 24'001), wrapped).has_value());
  CHECK_FALSE(ring.ring->unwrap(name(kAda, 24'000, app::DataClass::Profile), wrapped).has_value());
  wrapped.back() ^= 1;
  CHECK_FALSE(ring.ring->unwrap(name(kAda, 24'000), wrapped).has_value());
  CHECK_FALSE(ring.ring->unwrap(name(kAda, 24'000), {}).has_value());
}

TEST_CASE_TEMPLATE("destroying a person's key or a month's ends what they wrapped, and no more",
                   World, MemoryWorld, FileWorld) {
  Ring<World> ring;
  const Bytes ada_now = ring.ring->wrap(name(kAda, 24'000), kDataKey).value();
  const Bytes ada_later = ring.ring->wrap(name(kAda, 24'001), kDataKey).value();
  const Bytes bo_later = ring.ring->wrap(name(kBo, 24'001), kDataKey).value();
  ring.ring->destroy(Month(24'000));
  CHECK_FALSE(ring.ring->unwrap(name(kAda, 24'000), ada_now).has_value());
  CHECK(ring.ring->unwrap(name(kAda, 24'001), ada_later).has_value());
  ring.ring->destroy(kAda);
  CHECK_FALSE(ring.ring->unwrap(name(kAda, 24'001), ada_later).has_value());
  CHECK(ring.ring->unwrap(name(kBo, 24'001), bo_later).has_value());
  ring.ring = ring.open(Start::WithData);
  CHECK_FALSE(ring.ring->unwrap(name(kAda, 24'001), ada_later).has_value());
}

TEST_CASE_TEMPLATE("what was destroyed and what was tampered with are told apart", World,
                   MemoryWorld, FileWorld) {
  Ring<World> ring;
  Bytes wrapped = ring.ring->wrap(name(kAda, 24'000), kDataKey).value();
  wrapped.back() ^= 1;
  CHECK(ring.ring->unwrap(name(kAda, 24'000), wrapped).error() == app::UnwrapError::Tampered);
  ring.ring->destroy(kAda);
  CHECK(ring.ring->unwrap(name(kAda, 24'000), wrapped).error() == app::UnwrapError::Destroyed);
}

TEST_CASE_TEMPLATE("a rotation moves each wrapped key on, and ends what was wrapped before", World,
                   MemoryWorld, FileWorld) {
  Ring<World> ring;
  const Bytes before = ring.ring->wrap(name(kAda, 24'000), kDataKey).value();
  const auto fingerprint = ring.ring->fingerprint(kAda);
  ring.ring->begin_rotation();
  // Cut off here: no server starts, and the rotation goes on.
  CHECK(ring.open(Start::WithData) == nullptr);
  ring.ring = ring.open(Start::Unfinished);
  ring.ring->begin_rotation();
  const auto after = ring.ring->rewrap(name(kAda, 24'000), before);
  REQUIRE(after.has_value());
  CHECK(ring.ring->rewrap(name(kAda, 24'000), *after).has_value());
  ring.ring->finish_rotation();
  ring.ring = ring.open(Start::WithData);
  REQUIRE(ring.ring != nullptr);
  CHECK(ring.ring->unwrap(name(kAda, 24'000), *after) == kDataKey);
  CHECK_FALSE(ring.ring->unwrap(name(kAda, 24'000), before).has_value());
  CHECK(ring.ring->fingerprint(kAda) != fingerprint);
}

TEST_CASE_TEMPLATE("another master key takes over, also after it was cut off half-way", World,
                   MemoryWorld, FileWorld) {
  Ring<World> ring;
  const Bytes wrapped = ring.ring->wrap(name(kAda, 24'000), kDataKey).value();
  const crypto::SecretKey next{7};
  // Cut off: one key is sealed anew, and neither master key starts a server.
  const auto index = keyring::open_key(ring.master, "index", ring.world.shelf().load("index"));
  REQUIRE(index.has_value());
  ring.world.shelf().replace("index", keyring::seal_key(next, "index", *index, ring.random));
  CHECK(ring.open(Start::WithData) == nullptr);
  REQUIRE(keyring::rotate_master_key(ring.world.shelf(), ring.master, next, ring.random) == 4);
  CHECK(ring.open(Start::WithData) == nullptr);
  ring.master = next;
  ring.ring = ring.open(Start::WithData);
  REQUIRE(ring.ring != nullptr);
  CHECK(ring.ring->unwrap(name(kAda, 24'000), wrapped) == kDataKey);
  const crypto::SecretKey stranger{8};
  CHECK_FALSE(
      keyring::rotate_master_key(ring.world.shelf(), stranger, stranger, ring.random).has_value());
}

TEST_CASE_TEMPLATE("with existing data a missing key is refused, not replaced", World, MemoryWorld,
                   FileWorld) {
  for (const char* name : {"index", "pepper", "desk", "log"}) {
    Ring<World> ring;
    ring.world.shelf().destroy(name);
    auto opened =
        LayeredKeyring::open(ring.world.shelf(), ring.master, ring.random, Start::WithData);
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().detail.find(name) != std::string::npos);
    CHECK_FALSE(ring.world.shelf().load(name).has_value());
  }
}

TEST_CASE_TEMPLATE("another master key opens nothing", World, MemoryWorld, FileWorld) {
  Ring<World> ring;
  ring.master[0] ^= 1;
  CHECK(ring.open(Start::WithData) == nullptr);
  CHECK(ring.open(Start::First) == nullptr);
}

TEST_CASE_TEMPLATE("the first key stored under a name stays", World, MemoryWorld, FileWorld) {
  World world;
  CHECK(world.shelf().store_once("months/1", Bytes{1, 2}) == Bytes{1, 2});
  CHECK(world.shelf().store_once("months/1", Bytes{3, 4}) == Bytes{1, 2});
  world.shelf().destroy("months/1");
  CHECK_FALSE(world.shelf().load("months/1").has_value());
}

}  // namespace sayso
