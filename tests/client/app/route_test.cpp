#include "client/app/route.h"

#include <doctest/doctest.h>

#include <random>

using namespace sayso::client;

namespace {

bool has_child(Place place) {
  return place == Place::Purpose || place == Place::CheckAnswers || place == Place::Home ||
         place == Place::Choice || place == Place::Withdraw || place == Place::Object;
}

bool has_number(Place place) {
  return place == Place::Purpose || place == Place::Choice || place == Place::Withdraw ||
         place == Place::Object;
}

}  // namespace

TEST_CASE("every place has an address of its own that leads back to it") {
  for (int index = 0; index < static_cast<int>(Place::NotFound); ++index) {
    Route route{.place = static_cast<Place>(index), .child = {}, .reference = {}};
    if (route.place == Place::Receipt) route.reference = "7QK3M-0XR5T";
    for (const std::size_t number : {std::size_t{0}, std::size_t{11}, std::size_t{998}}) {
      if (has_number(route.place)) route.number = number;
      CAPTURE(address_of(route));
      CHECK(parse_route(address_of(route)) == route);
      if (!has_child(route.place)) continue;
      Route of_child = route;
      of_child.child = number;
      CHECK(parse_route(address_of(of_child)) == of_child);
    }
  }
}

TEST_CASE("an earlier notice has an address") {
  const Route route{.place = Place::Read, .child = {}, .reference = "abc"};
  CHECK(address_of(route) == "/read/abc");
  CHECK(parse_route("/read/abc") == route);
}

TEST_CASE("hostile addresses lead nowhere") {
  for (const char* address : {"",
                              "//",
                              "/ ",
                              "home",
                              "/home/",
                              "/home/0",
                              "/home/01",
                              "/home/1000",
                              "/home/-1",
                              "/home/+1",
                              "/home/1e1",
                              "/home/18446744073709551617",
                              "/home/1/withdraw/",
                              "/home/1/delete",
                              "/for",
                              "/for/1",
                              "/for/0/home",
                              "/for/1/for/2/home",
                              "/for/1/receipts/x",
                              "/choices",
                              "/choices/0",
                              "/choices/check/1",
                              "/read/",
                              "/read/a/b",
                              "/receipts",
                              "/receipts/",
                              "/receipts/a/b",
                              "//evil.example/home",
                              "/../home",
                              "/home?x",
                              "/home#x",
                              "/HOME",
                              "/\xff\xfe",
                              "/home/%31"}) {
    CAPTURE(address);
    CHECK(parse_route(address).place == Place::NotFound);
  }
}

TEST_CASE("whatever an address is taken for, its own spelling is taken for the same") {
  const std::string pieces[] = {"/",    "home",     "choices",  "check",  "for", "1",  "12", "0",
                                "read", "receipts", "withdraw", "object", "%",   "..", "\0x"};
  std::mt19937 random(11);
  for (int round = 0; round < 20'000; ++round) {
    std::string address;
    for (unsigned i = random() % 9; i > 0; --i)
      address += (random() % 3 ? "/" : "") + pieces[random() % std::size(pieces)];
    const Route route = parse_route(address);
    if (route.place == Place::NotFound) continue;
    CAPTURE(address);
    CHECK(parse_route(address_of(route)) == route);
  }
}

TEST_CASE("nothing personal is open to anybody") {
  for (const Place place : {Place::Contact, Place::Purpose, Place::CheckAnswers, Place::Sending,
                            Place::Done, Place::Home, Place::Choice, Place::Withdraw, Place::Object,
                            Place::Changed, Place::Recovery, Place::Receipt})
    CHECK_FALSE(is_public(place));
}
