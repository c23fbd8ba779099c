#include "shared/encoding/base64.h"
#include "tests/server/app/council.h"

namespace sayso::app::test {

using encoding::Json;

namespace {

std::string bytes_of(std::uint8_t number) { return encoding::encode_base64url(Bytes(32, number)); }

struct World {
  Council council;
  Phone phone{council};
  std::optional<Phone> other;
  World() {
    phone.must_enrol(council.admit("Ada Vale", kGrownUp));
    REQUIRE(keep(1, 2, 3));
  }

  // Somebody else signs in on the same device.
  void become(const std::string& name, std::uint8_t key_number) {
    other.emplace(council, key_number);
    other->must_enrol(council.admit(name, kGrownUp));
    phone.session = other->session;
  }

  Outcome<void> keep(std::uint8_t device, std::uint8_t verifier, std::uint8_t share) {
    const Json body = Json::Object{
        {"device", bytes_of(device)}, {"verifier", bytes_of(verifier)}, {"share", bytes_of(share)}};
    return wait_for<void>(
        [&](auto done) { council.portal->keep_pin_share(phone.session, body, done); });
  }

  Outcome<Json> release(std::uint8_t device, std::uint8_t verifier) {
    const Json body = Json::Object{{"device", bytes_of(device)}, {"verifier", bytes_of(verifier)}};
    return wait_for<Json>([&](auto done) { council.portal->release_pin_share(body, done); });
  }
};

}  // namespace

TEST_CASE("the right verifier gets the share, without a session") {
  World world;
  const auto released = world.release(1, 2);
  REQUIRE(released.has_value());
  CHECK(text(*released, "share") == bytes_of(3));
}

TEST_CASE("after five wrong tries the share is gone, for the right verifier too") {
  World world;
  for (std::int64_t left = 4; left >= 0; --left) {
    const auto refused = world.release(1, 9);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().problem == Problem::Pin);
    CHECK(*member(refused.error().extra, "tries_left").integer() == left);
  }
  CHECK(world.release(1, 9).error().problem == Problem::PinGone);
  CHECK(world.release(1, 2).error().problem == Problem::PinGone);
}

TEST_CASE("a right try gives all five back") {
  World world;
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 4; ++i) CHECK_FALSE(world.release(1, 9).has_value());
    CHECK(world.release(1, 2).has_value());
  }
}

TEST_CASE("devices do not share their tries") {
  World world;
  REQUIRE(world.keep(5, 2, 3));
  for (int i = 0; i < 5; ++i) (void)world.release(1, 9);
  CHECK(world.release(5, 2).has_value());
  CHECK(world.release(7, 2).error().problem == Problem::PinGone);
}

TEST_CASE("people with a PIN on the same device each get their own share") {
  World world;
  world.become("Ben Vale", 2);
  REQUIRE(world.keep(1, 5, 6));
  CHECK(text(*world.release(1, 2), "share") == bytes_of(3));
  CHECK(text(*world.release(1, 5), "share") == bytes_of(6));
}

TEST_CASE("somebody's right PIN gives nobody else's tries back") {
  World world;
  world.become("Ben Vale", 2);
  REQUIRE(world.keep(1, 5, 6));
  for (int i = 0; i < 5; ++i) {
    CHECK_FALSE(world.release(1, 9).has_value());
    CHECK(world.release(1, 5).has_value());
  }
  CHECK(world.release(1, 2).error().problem == Problem::Pin);
  CHECK(world.release(1, 5).has_value());
}

TEST_CASE(
    "a new PIN of the same person, or the same PIN of another, takes the earlier share's place") {
  World world;
  REQUIRE(world.keep(1, 4, 7));
  CHECK_FALSE(world.release(1, 2).has_value());
  CHECK(text(*world.release(1, 4), "share") == bytes_of(7));
  world.become("Ben Vale", 2);
  REQUIRE(world.keep(1, 4, 8));
  CHECK(text(*world.release(1, 4), "share") == bytes_of(8));
}

TEST_CASE("a share is kept for a session alone, and in the right shape") {
  World world;
  world.phone.session = "none";
  CHECK(world.keep(1, 2, 3).error().problem == Problem::Session);
  const Json body = Json::Object{{"device", "short"}, {"verifier", bytes_of(1)}};
  const auto refused =
      wait_for<Json>([&](auto done) { world.council.portal->release_pin_share(body, done); });
  CHECK(refused.error().problem == Problem::Body);
  CHECK(refused.error().field == "/device");
}

}  // namespace sayso::app::test
