// Where a person is: addresses of the portal and what they stand for. Discreet, and steady across
// versions, for they stand in a browser's history.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sayso::client {

enum class Place {
  Start,
  Read,  // reference = hash of an earlier notice, or empty
  Help,
  Leaving,
  Code,
  Device,
  PinSet,
  Unlock,
  Contact,
  Purpose,  // number = which of the notice's purposes, from 0
  CheckAnswers,
  Sending,
  Done,
  Home,
  Choice,  // number = which line of home, from 0
  Withdraw,
  Object,
  Changed,
  Recovery,
  Held,
  Uses,
  Promises,
  Requests,
  Request,     // number = as its address has it, among the entries of the person, from 0
  NewRequest,  // reference = "", "choice", "item" or "use"; number = which, from 0
  Receipt,     // reference
  CheckReceipt,
  Settings,
  Privacy,
  Accessibility,
  Finished,  // signed out
  NotFound,
};

struct Route {
  Place place = Place::Start;
  // Whose: absent = the person's own, else the child's number among the person's children, from 0.
  std::optional<std::size_t> child;
  std::size_t number = 0;
  std::string reference;

  friend bool operator==(const Route& a, const Route& b) = default;
};

// "/for/1/choices/2" → Purpose 1 of child 0: numbers in addresses count from 1.
[[nodiscard]] Route parse_route(std::string_view address);
// The inverse for every place but NotFound, which has no address of its own.
[[nodiscard]] std::string address_of(const Route& route);
// "" or "/for/N".
[[nodiscard]] std::string base_of(std::optional<std::size_t> child);

// Open to anybody: needs neither a key nor a session.
[[nodiscard]] bool is_public(Place place);

}  // namespace sayso::client
