#include "server/http/origin_check.h"

#include <algorithm>

namespace sayso::http {
namespace {

std::string_view host_of(std::string_view origin) {
  const auto slashes = origin.find("://");
  return slashes == std::string_view::npos ? origin : origin.substr(slashes + 3);
}

}  // namespace

Origins local_origins(std::string_view scheme, unsigned port) {
  const std::string start = std::string(scheme) + "://";
  const bool usual = (scheme == "http" && port == 80) || (scheme == "https" && port == 443);
  const std::string end = usual ? std::string() : ":" + std::to_string(port);
  return {start + "localhost" + end, start + "127.0.0.1" + end, start + "[::1]" + end};
}

bool is_addressed_to(const Request& request, const Origins& origins) {
  const auto host = request.field("Host");
  return std::any_of(origins.begin(), origins.end(), [&](const std::string& origin) {
    return equal_ignoring_case(host_of(origin), host);
  });
}

bool comes_from(const Request& request, const Origins& origins) {
  if (request.has_field("Sec-Fetch-Site") && request.field("Sec-Fetch-Site") != "same-origin")
    return false;
  if (!request.has_field("Origin")) return true;
  const auto origin = request.field("Origin");
  return std::find(origins.begin(), origins.end(), origin) != origins.end();
}

}  // namespace sayso::http
