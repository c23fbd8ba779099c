#include "shared/domain/civil_time.h"

#include <doctest/doctest.h>

using namespace sayso;
using namespace sayso::domain;

namespace {

std::string wall(const char* utc) {
  const auto instant = decode_instant(utc);
  REQUIRE(instant.has_value());
  const CivilTime time = uk_time(*instant);
  return encode_date(time.date) + " " + std::to_string(time.hour) + ":" +
         std::to_string(time.minute);
}

}  // namespace

TEST_CASE("winter time is UTC and summer time an hour later") {
  CHECK(wall("2026-01-15T12:30:00Z") == "2026-01-15 12:30");
  CHECK(wall("2026-07-15T12:30:59Z") == "2026-07-15 13:30");
}

TEST_CASE("an instant late on a summer's evening belongs to the next day here") {
  CHECK(wall("2026-07-31T23:30:00Z") == "2026-08-01 0:30");
}

TEST_CASE("the clocks change at 01:00 UTC on the last Sundays of March and October") {
  CHECK(wall("2026-03-29T00:59:59Z") == "2026-03-29 0:59");
  CHECK(wall("2026-03-29T01:00:00Z") == "2026-03-29 2:0");
  CHECK(wall("2026-10-25T00:59:59Z") == "2026-10-25 1:59");
  CHECK(wall("2026-10-25T01:00:00Z") == "2026-10-25 1:0");
  // The 31st itself is the last Sunday.
  CHECK(wall("2030-03-31T00:59:59Z") == "2030-03-31 0:59");
  CHECK(wall("2030-03-31T01:00:00Z") == "2030-03-31 2:0");
  CHECK(wall("2027-10-31T01:00:00Z") == "2027-10-31 1:0");
}
