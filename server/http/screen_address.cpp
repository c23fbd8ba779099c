#include "server/http/screen_address.h"

#include <algorithm>
#include <array>
#include <vector>

namespace sayso::http {
namespace {

using Parts = std::vector<std::string_view>;

constexpr std::array<std::string_view, 10> kSingle{"requests", "promises", "device",  "pin",
                                                   "unlock",   "contact",  "sending", "done",
                                                   "changed",  "recovery"};

// Nobody has more entries than can be written so.
constexpr std::size_t kEntryDigits = 6;

Parts split(std::string_view address) {
  Parts parts;
  while (!address.empty() && address.front() == '/') {
    address.remove_prefix(1);
    const auto end = address.find('/');
    parts.push_back(address.substr(0, end));
    address.remove_prefix(end == std::string_view::npos ? address.size() : end);
  }
  return parts;
}

bool is_number(std::string_view text, std::size_t most_digits = 3) {
  return !text.empty() && text.size() <= most_digits && text.front() != '0' &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_reference(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  });
}

bool is_digest(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

bool is_of_one_person(const Parts& parts) {
  if (parts.size() == 1 && (parts[0] == "held" || parts[0] == "uses")) return true;
  if (parts.size() >= 2 && parts[0] == "requests" && parts[1] == "new") {
    const bool is_about = parts.size() == 4 && is_number(parts[3], kEntryDigits) &&
                          (parts[2] == "choice" || parts[2] == "item" || parts[2] == "use");
    return parts.size() == 2 || is_about;
  }
  if (parts.size() == 2 && parts[0] == "choices") return parts[1] == "check" || is_number(parts[1]);
  if (parts.empty() || parts[0] != "home" || parts.size() > 3) return false;
  if (parts.size() == 1) return true;
  if (!is_number(parts[1])) return false;
  return parts.size() == 2 || parts[2] == "withdraw" || parts[2] == "object";
}

}  // namespace

bool is_private_screen(std::string_view address) {
  Parts parts = split(address);
  if (parts.size() == 1 && std::find(kSingle.begin(), kSingle.end(), parts[0]) != kSingle.end())
    return true;
  if (parts.size() == 2 && parts[0] == "receipts") return is_reference(parts[1]);
  if (parts.size() == 2 && parts[0] == "requests" && is_number(parts[1], kEntryDigits)) return true;
  // An earlier notice, by its hash: the client fetches it.
  if (parts.size() == 2 && parts[0] == "read") return is_digest(parts[1]);
  if (parts.size() >= 2 && parts[0] == "for") {
    if (!is_number(parts[1])) return false;
    parts.erase(parts.begin(), parts.begin() + 2);
  }
  return is_of_one_person(parts);
}

}  // namespace sayso::http
