#include "server/http/security_headers.h"

#include <algorithm>

namespace sayso::http {
namespace {

constexpr char kContentPolicy[] =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; object-src 'none'";

constexpr char kPermissions[] =
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

bool has(const Response& response, std::string_view name) {
  return std::any_of(response.fields.begin(), response.fields.end(),
                     [&](const Field& field) { return equal_ignoring_case(field.name, name); });
}

}  // namespace

void add_security_headers(Response& response, bool secure) {
  auto& fields = response.fields;
  fields.push_back({"Content-Security-Policy", kContentPolicy});
  fields.push_back({"X-Content-Type-Options", "nosniff"});
  fields.push_back({"X-Frame-Options", "DENY"});
  fields.push_back({"Referrer-Policy", "no-referrer"});
  fields.push_back({"Cross-Origin-Opener-Policy", "same-origin"});
  fields.push_back({"Cross-Origin-Resource-Policy", "same-origin"});
  fields.push_back({"Permissions-Policy", kPermissions});
  if (secure)
    fields.push_back({"Strict-Transport-Security", "max-age=63072000; includeSubDomains"});
  if (!has(response, "Cache-Control")) fields.push_back({"Cache-Control", "no-store"});
}

}  // namespace sayso::http
