// A disk that loses whatever was not synced, at any moment, out of order and torn. Each seed is one
// council with several lives; SAYSO_POWER_LOSS_SEEDS and SAYSO_POWER_LOSS_FIRST say which.

#include <doctest/doctest.h>

#include <cstdlib>
#include <iostream>
#include <iterator>
#include <random>

#include "tests/power/world.h"

namespace sayso::power {
namespace {

constexpr int kLives = 4;
constexpr std::uint64_t kSeedsAReport = 100;

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
  const char* value = std::getenv(name);
  return value != nullptr ? std::strtoull(value, nullptr, 10) : otherwise;
}

template <class T, std::size_t size>
T pick(std::mt19937_64& random, const T (&from)[size]) {
  return from[random() % size];
}

DiskPlan draw_plan(std::mt19937_64& random) {
  static constexpr std::size_t kSectors[] = {512, 4096};
  static constexpr unsigned kKept[] = {0, 10, 50, 90, 100};
  static constexpr unsigned kTorn[] = {0, 5, 30};
  // Some while it opens what the last loss left.
  static constexpr std::uint64_t kLatest[] = {12, 200, 1500};
  DiskPlan plan;
  plan.fault = Fault::PowerLoss;
  plan.at = 1 + random() % pick(random, kLatest);
  plan.seed = random();
  plan.care = {pick(random, kSectors), pick(random, kKept), pick(random, kTorn), false};
  return plan;
}

Totals run_seed(std::uint64_t seed, Digest* digest = nullptr) {
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  World world(seed);
  for (int life = 0; life < kLives; ++life) {
    const auto plan = draw_plan(random);
    const auto ending = world.live(plan);
    CAPTURE(life);
    CAPTURE(world.last_words());
    REQUIRE((ending == Ending::PowerLost || ending == Ending::RanOut));
    // Otherwise the next life is the first to see what is left.
    if (random() % 2 == 0 || life + 1 == kLives) REQUIRE(world.find_problem() == "");
  }
  if (digest != nullptr) *digest = world.digest();
  return world.totals();
}

void report(const Totals& sum, std::uint64_t first, std::uint64_t seeds) {
  std::cout << seeds << " seeds from " << first << ": " << sum.lives << " lives, " << sum.ended
            << " losses of power, " << sum.acknowledged << " records acknowledged, "
            << sum.checkpoints << " checkpoints given out: nothing lost, no fork" << std::endl;
}

}  // namespace

TEST_CASE("a loss of power loses nothing that was acknowledged and forks nothing that was shown") {
  const auto seeds = setting("SAYSO_POWER_LOSS_SEEDS", 10);
  const auto first = setting("SAYSO_POWER_LOSS_FIRST", 1);
  Totals sum;
  for (std::uint64_t seed = first; seed < first + seeds; ++seed) {
    const Totals totals = run_seed(seed);
    sum.lives += totals.lives;
    sum.ended += totals.ended;
    sum.acknowledged += totals.acknowledged;
    sum.checkpoints += totals.checkpoints;
    const auto done = seed - first + 1;
    if (done % kSeedsAReport == 0 && done < seeds) report(sum, first, done);
  }
  CHECK(sum.ended > seeds);
  CHECK(sum.acknowledged > seeds);
  report(sum, first, seeds);
}

TEST_CASE("a seed does again what it did") {
  Digest once{};
  Digest again{};
  (void)run_seed(7, &once);
  (void)run_seed(7, &again);
  CHECK(once == again);
}

// Shows that these tests can fail.
TEST_CASE("a disk that lies about its syncs is found out") {
  DiskPlan plan;
  plan.fault = Fault::PowerLoss;
  plan.at = 400;
  plan.care = {512, 0, 0, true};
  World world(1);
  REQUIRE(world.live(plan) == Ending::PowerLost);
  REQUIRE(world.totals().acknowledged > 0);
  CHECK(world.find_problem() != "");
}

}  // namespace sayso::power
