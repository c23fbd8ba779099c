#include "server/http/cookie.h"

#include <algorithm>

namespace sayso::http {
namespace {

constexpr std::size_t kLongestToken = 64;
constexpr char kAttributes[] = "; Path=/; Secure; HttpOnly; SameSite=Strict";

bool is_token_text(std::string_view text) {
  return !text.empty() && text.size() <= kLongestToken &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  c == '-' || c == '_';
         });
}

}  // namespace

std::string_view find_session(const Request& request, std::string_view cookie) {
  std::string_view found;
  for (const Field& field : request.fields) {
    if (!equal_ignoring_case(field.name, "Cookie")) continue;
    std::string_view rest = field.value;
    while (!rest.empty()) {
      const auto end = rest.find(';');
      const auto pair = trim(rest.substr(0, end));
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
      const auto equals = pair.find('=');
      if (equals == std::string_view::npos || pair.substr(0, equals) != cookie) continue;
      if (!found.empty()) return {};
      found = pair.substr(equals + 1);
      if (!is_token_text(found)) return {};
    }
  }
  return found;
}

Field set_session(std::string_view token, std::string_view cookie) {
  return {"Set-Cookie", std::string(cookie) + "=" + std::string(token) + kAttributes};
}

Field clear_session(std::string_view cookie) {
  return {"Set-Cookie", std::string(cookie) + "=; Max-Age=0" + kAttributes};
}

}  // namespace sayso::http
