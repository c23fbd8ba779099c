// Every address that the client's router makes is a page of the server's, and no other is.
#include <doctest/doctest.h>

#include <random>
#include <set>
#include <string>

#include "client/app/route.h"
#include "server/http/screen_address.h"

namespace sayso {
namespace {

using client::Place;
using client::Route;

bool is_page_of_its_own(const std::string& address) {
  const auto place = client::parse_route(address).place;
  // Public ones are known to shared/screens, which both sides compile.
  return place != Place::NotFound && !client::is_public(place);
}

std::vector<std::string> references_of(Place place) {
  if (place == Place::NewRequest) return {"", "choice", "item", "use"};
  return {"7QK3M-0XR5T"};
}

TEST_CASE("the server knows each private address that the client makes") {
  for (int place = 0; place < static_cast<int>(Place::NotFound); ++place) {
    if (client::is_public(static_cast<Place>(place))) continue;
    Route route;
    route.place = static_cast<Place>(place);
    route.number = 7;
    for (const std::string& reference : references_of(route.place)) {
      route.reference = reference;
      route.child.reset();
      CAPTURE(client::address_of(route));
      CHECK(http::is_private_screen(client::address_of(route)));
      route.child = 1;
      CHECK(http::is_private_screen(client::address_of(route)));
    }
  }
}

TEST_CASE("client and server agree on addresses made of the same pieces at random") {
  const std::string pieces[] = {"home", "choices", "check", "for",      "1",      "12",
                                "0",    "1000",    "01",    "withdraw", "object", "receipts",
                                "AB-1", "device",  "pin",   "",         "x"};
  std::mt19937 random(7);
  int pages = 0;
  for (int round = 0; round < 100'000; ++round) {
    std::string address;
    for (unsigned i = random() % 6; i > 0; --i)
      address += "/" + pieces[random() % std::size(pieces)];
    if (client::is_public(client::parse_route(address).place) &&
        client::parse_route(address).place != Place::NotFound)
      continue;
    CAPTURE(address);
    const bool page = is_page_of_its_own(address);
    pages += page ? 1 : 0;
    CHECK(http::is_private_screen(address) == page);
  }
  CHECK(pages > 1'000);
}

}  // namespace
}  // namespace sayso
