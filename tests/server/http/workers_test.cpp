#include "server/http/workers.h"

#include <doctest/doctest.h>

#include <atomic>
#include <future>

namespace sayso::http {
namespace {

TEST_CASE("work past the limit is not taken on, and what was taken on is finished") {
  std::promise<void> gate;
  const auto opened = gate.get_future().share();
  std::promise<void> begun;
  std::atomic<int> done{0};
  {
    Workers workers(1, 2);
    REQUIRE(workers.start([&] {
      begun.set_value();
      opened.wait();
      ++done;
    }));
    begun.get_future().wait();
    CHECK(workers.start([&] { ++done; }));
    CHECK(workers.start([&] { ++done; }));
    CHECK_FALSE(workers.start([&] { ++done; }));
    gate.set_value();
  }
  CHECK(done == 3);
}

}  // namespace
}  // namespace sayso::http
