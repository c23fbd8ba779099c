#include "server/http/security_headers.h"

#include <algorithm>

#include "shared/base/bytes.h"
#include "shared/crypto/hash.h"
#include "shared/encoding/base64.h"

namespace sayso::http {
namespace {

constexpr char kOtherSources[] =
    "; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; object-src 'none'";

std::string allow(const std::vector<std::string>& content) {
  std::string sources;
  for (const std::string& one : content)
    sources += " 'sha256-" + encoding::encode_base64(crypto::sha256(as_bytes(one))) + "'";
  return sources;
}

constexpr char kPermissions[] =
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

bool has(const Response& response, std::string_view name) {
  return std::any_of(response.fields.begin(), response.fields.end(),
                     [&](const Field& field) { return equal_ignoring_case(field.name, name); });
}

}  // namespace

std::string make_content_policy(const InlineContent& content) {
  return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'" + allow(content.scripts) +
         "; style-src 'self'" + allow(content.styles) + kOtherSources;
}

void add_security_headers(Response& response, bool secure) {
  auto& fields = response.fields;
  if (!has(response, "Content-Security-Policy"))
    fields.push_back({"Content-Security-Policy", make_content_policy()});
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
