#include "client/app/route.h"

#include <charconv>
#include <vector>

#include "shared/base/check.h"

namespace sayso::client {
namespace {

struct Name {
  Place place;
  std::string_view address;
};

constexpr Name kPublicAndComingIn[] = {
    {Place::Start, "/"},
    {Place::Read, "/read"},
    {Place::Help, "/help"},
    {Place::Leaving, "/leaving"},
    {Place::Code, "/code"},
    {Place::Device, "/device"},
    {Place::PinSet, "/pin"},
    {Place::Unlock, "/unlock"},
    {Place::Contact, "/contact"},
    {Place::Sending, "/sending"},
    {Place::Done, "/done"},
    {Place::Changed, "/changed"},
    {Place::Recovery, "/recovery"},
    {Place::Promises, "/promises"},
    {Place::CheckReceipt, "/check"},
    {Place::Requests, "/requests"},
    {Place::Finished, "/finished"},
    {Place::Settings, "/settings"},
    {Place::Privacy, "/privacy"},
    {Place::Accessibility, "/accessibility"},
};

std::vector<std::string_view> split(std::string_view address) {
  std::vector<std::string_view> parts;
  while (!address.empty() && address.front() == '/') {
    address.remove_prefix(1);
    const auto end = address.find('/');
    parts.push_back(address.substr(0, end));
    address.remove_prefix(end == std::string_view::npos ? address.size() : end);
  }
  return parts;
}

// More than anybody has entries, or items.
constexpr std::size_t kMostEntries = 999'999;

// Counts from 1 in the address, from 0 here; one spelling only.
std::optional<std::size_t> decode_number(std::string_view text, std::size_t most = 999) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (number < 1 || number > most || text.front() == '0') return std::nullopt;
  return number - 1;
}

std::string number_text(std::size_t number) { return std::to_string(number + 1); }

std::optional<Route> parse_choices(const std::vector<std::string_view>& parts, Route route) {
  if (parts.size() != 2 || parts[0] != "choices") return std::nullopt;
  if (parts[1] == "check") {
    route.place = Place::CheckAnswers;
    return route;
  }
  const auto number = decode_number(parts[1]);
  if (!number) return std::nullopt;
  route.place = Place::Purpose;
  route.number = *number;
  return route;
}

std::optional<Route> parse_home(const std::vector<std::string_view>& parts, Route route) {
  if (parts.empty() || parts[0] != "home" || parts.size() > 3) return std::nullopt;
  if (parts.size() == 1) {
    route.place = Place::Home;
    return route;
  }
  const auto number = decode_number(parts[1]);
  if (!number) return std::nullopt;
  route.number = *number;
  route.place = Place::Choice;
  if (parts.size() == 2) return route;
  if (parts[2] != "withdraw" && parts[2] != "object") return std::nullopt;
  route.place = parts[2] == "withdraw" ? Place::Withdraw : Place::Object;
  return route;
}

std::optional<Route> parse_requests(const std::vector<std::string_view>& parts, Route route) {
  if (parts.size() < 2 || parts[0] != "requests") return std::nullopt;
  route.place = Place::NewRequest;
  if (parts[1] != "new") {
    const auto number = decode_number(parts[1], kMostEntries);
    if (!number || parts.size() != 2 || route.child) return std::nullopt;
    route.place = Place::Request;
    route.number = *number;
    return route;
  }
  if (parts.size() == 2) return route;
  const auto number = decode_number(parts.back(), kMostEntries);
  const bool known = parts[2] == "choice" || parts[2] == "item" || parts[2] == "use";
  if (parts.size() != 4 || !known || !number) return std::nullopt;
  route.reference = std::string(parts[2]);
  route.number = *number;
  return route;
}

std::optional<Route> parse_personal(std::vector<std::string_view> parts) {
  Route route;
  if (parts.size() >= 2 && parts[0] == "for") {
    route.child = decode_number(parts[1]);
    if (!route.child) return std::nullopt;
    parts.erase(parts.begin(), parts.begin() + 2);
  }
  if (parts.size() == 1 && parts[0] == "held") {
    route.place = Place::Held;
    return route;
  }
  if (parts.size() == 1 && parts[0] == "uses") {
    route.place = Place::Uses;
    return route;
  }
  if (auto found = parse_requests(parts, route)) return found;
  if (auto found = parse_choices(parts, route)) return found;
  return parse_home(parts, route);
}

}  // namespace

Route parse_route(std::string_view address) {
  for (const Name& name : kPublicAndComingIn) {
    if (name.address == address) return {.place = name.place, .child = {}, .reference = {}};
  }
  const auto parts = split(address);
  if (parts.size() == 2 && parts[0] == "read" && !parts[1].empty())
    return {.place = Place::Read, .child = {}, .reference = std::string(parts[1])};
  if (parts.size() == 2 && parts[0] == "receipts" && !parts[1].empty())
    return {.place = Place::Receipt, .child = {}, .reference = std::string(parts[1])};
  if (auto found = parse_personal(parts)) return *found;
  return {.place = Place::NotFound, .child = {}, .reference = {}};
}

std::string base_of(std::optional<std::size_t> child) {
  return child ? "/for/" + number_text(*child) : std::string();
}

std::string address_of(const Route& route) {
  const std::string base = base_of(route.child);
  switch (route.place) {
    case Place::Purpose:
      return base + "/choices/" + number_text(route.number);
    case Place::CheckAnswers:
      return base + "/choices/check";
    case Place::Home:
      return base + "/home";
    case Place::Held:
      return base + "/held";
    case Place::Uses:
      return base + "/uses";
    case Place::Request:
      return "/requests/" + number_text(route.number);
    case Place::NewRequest:
      return base + "/requests/new" +
             (route.reference.empty() ? std::string()
                                      : "/" + route.reference + "/" + number_text(route.number));
    case Place::Choice:
      return base + "/home/" + number_text(route.number);
    case Place::Withdraw:
      return base + "/home/" + number_text(route.number) + "/withdraw";
    case Place::Object:
      return base + "/home/" + number_text(route.number) + "/object";
    case Place::Receipt:
      return "/receipts/" + route.reference;
    case Place::Read:
      return route.reference.empty() ? "/read" : "/read/" + route.reference;
    default:
      break;
  }
  for (const Name& name : kPublicAndComingIn) {
    if (name.place == route.place) return std::string(name.address);
  }
  BUG("NotFound has no address of its own");
}

bool is_public(Place place) {
  switch (place) {
    case Place::Start:
    case Place::Read:
    case Place::Help:
    case Place::Leaving:
    case Place::Code:
    case Place::CheckReceipt:
    case Place::Finished:
    case Place::Settings:
    case Place::Privacy:
    case Place::Accessibility:
    case Place::NotFound:
      return true;
    default:
      return false;
  }
}

}  // namespace sayso::client
