#include <algorithm>

#include "shared/protocol/data_integrity.h"
#include "shared/protocol/multikey.h"
#include "shared/protocol/sign_in.h"
#include "tests/server/app/council.h"

namespace sayso::app::test {

using encoding::Json;

namespace {

struct World {
  Council council;
  Phone phone{council};
  World() { phone.must_enrol(council.admit("Ada Vale", kGrownUp)); }

  std::string challenge_for(const Phone& whose) {
    const auto made = council.portal->challenge(
        Json::Object{{"key", protocol::encode_multikey(whose.key.public_key())}});
    REQUIRE(made.has_value());
    return text(*made, "challenge");
  }

  Outcome<SignedIn> sign_in(const Json& body) {
    return wait_for<SignedIn>([&](auto done) { council.portal->sign_in(body, done); });
  }

  Json proof(const std::string& challenge, const crypto::SigningKey& key,
             const std::string& domain = "https://council.example") {
    return protocol::sign_sign_in({challenge, domain, council.clock.now()}, key);
  }

  // "idle_seconds" or "left_seconds".
  std::int64_t seconds_of(const char* which) {
    const auto me = council.portal->me(phone.session);
    REQUIRE(me.has_value());
    return *member(member(*me, "session"), which).integer();
  }
};

}  // namespace

TEST_CASE("a challenge is spent by its first use") {
  World world;
  const Json proof = world.proof(world.challenge_for(world.phone), world.phone.key);
  CHECK(world.sign_in(proof).has_value());
  const auto again = world.sign_in(proof);
  REQUIRE_FALSE(again.has_value());
  CHECK(again.error().problem == Problem::SignIn);
}

TEST_CASE("everything that is wrong with a sign-in gets one answer") {
  World world;
  Phone stranger(world.council, 9);
  Json proof = world.proof(world.challenge_for(world.phone), world.phone.key);
  SUBCASE("an unknown key") { proof = world.proof(world.challenge_for(stranger), stranger.key); }
  SUBCASE("another key's challenge") {
    proof = world.proof(world.challenge_for(stranger), world.phone.key);
  }
  SUBCASE("a challenge that we never made") { proof = world.proof("made-up", world.phone.key); }
  SUBCASE("another domain") {
    proof = world.proof(world.challenge_for(world.phone), world.phone.key, "https://evil.example");
  }
  SUBCASE("too late") { world.council.clock.pass(120); }
  SUBCASE("a signed record in its place") { proof = world.phone.sign(world.phone.consent()); }
  SUBCASE("an altered signature") {
    Json& value = (*(*proof.object())["proof"].object())["proofValue"];
    std::string changed = *value.string();
    changed[10] = changed[10] == '2' ? '3' : '2';
    value = changed;
  }
  const auto refused = world.sign_in(proof);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().problem == Problem::SignIn);
  CHECK(refused.error().field.empty());
}

TEST_CASE("challenges are given for unknown keys, and store nothing") {
  World world;
  Phone stranger(world.council, 9);
  CHECK(world.challenge_for(stranger).size() == world.challenge_for(world.phone).size());
  CHECK(world.challenge_for(stranger).size() <= protocol::kMaxChallengeBytes);
  CHECK(world.challenge_for(stranger) != world.challenge_for(stranger));
}

TEST_CASE("a challenge is asked for with a key and nothing else") {
  World world;
  CHECK_FALSE(world.council.portal->challenge(Json::Object{{"key", "z6Mk"}}).has_value());
  CHECK_FALSE(world.council.portal->challenge(Json::Object{}).has_value());
}

TEST_CASE("a session ends when nothing is asked for a while, and lives on when something is") {
  World world;
  const std::int64_t idle = world.council.desk->settings().session_idle_seconds;
  for (int i = 0; i < 4; ++i) {
    world.council.clock.pass(idle - 1);
    CHECK(world.council.portal->me(world.phone.session).has_value());
    world.council.tick_and_wait();
  }
  world.council.clock.pass(idle);
  CHECK(world.council.portal->me(world.phone.session).error().problem == Problem::Session);
}

TEST_CASE("a session has an end that no asking puts off, and says when both ends come") {
  World world;
  const Settings& settings = world.council.desk->settings();
  const std::int64_t step = settings.session_idle_seconds / 2;
  std::int64_t left = settings.session_longest_seconds;
  CHECK(world.seconds_of("idle_seconds") == settings.session_idle_seconds);
  for (; left > step; left -= step) {
    CHECK(world.seconds_of("left_seconds") == left);
    CHECK(world.seconds_of("idle_seconds") == std::min(settings.session_idle_seconds, left));
    world.council.tick_and_wait();
    world.council.clock.pass(step);
  }
  CHECK(world.seconds_of("idle_seconds") == left);
  world.council.clock.pass(left - 1);
  CHECK(world.council.portal->me(world.phone.session).has_value());
  world.council.tick_and_wait();
  world.council.clock.pass(1);
  CHECK(world.council.portal->me(world.phone.session).error().problem == Problem::Session);
  const auto refused = world.phone.submit(world.phone.sign(world.phone.consent()));
  CHECK(refused.error().problem == Problem::Session);
  REQUIRE(world.phone.sign_in().has_value());
  CHECK(world.seconds_of("left_seconds") == settings.session_longest_seconds);
}

TEST_CASE("a session that was ended stays ended") {
  World world;
  REQUIRE(
      wait_for<void>([&](auto done) { world.council.portal->exit(world.phone.session, done); }));
  world.council.tick_and_wait();
  CHECK_FALSE(world.council.portal->me(world.phone.session).has_value());
  CHECK(wait_for<void>([&](auto done) { world.council.portal->exit("no-such-session", done); }));
}

TEST_CASE("tokens that are none are refused") {
  World world;
  for (const std::string& token : {std::string(), std::string("x"), std::string(5000, 'a')})
    CHECK(world.council.portal->me(token).error().problem == Problem::Session);
}

}  // namespace sayso::app::test
