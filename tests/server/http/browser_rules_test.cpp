// What browsers are told and what they have to tell: cookie, origin, policy headers.
#include <doctest/doctest.h>

#include <algorithm>

#include "server/http/cookie.h"
#include "server/http/origin_check.h"
#include "server/http/security_headers.h"

namespace sayso::http {
namespace {

Request with_fields(std::vector<Field> fields) {
  Request request;
  request.fields = std::move(fields);
  return request;
}

TEST_CASE("the session is found among other cookies") {
  CHECK(find_session(with_fields({{"Cookie", "a=b; __Host-sayso=t0k-en_; c=d"}})) == "t0k-en_");
  CHECK(find_session(with_fields({{"cookie", "a=b"}, {"Cookie", "__Host-sayso=x"}})) == "x");
}

TEST_CASE("a doubtful session cookie is none") {
  CHECK(find_session(with_fields({})).empty());
  CHECK(find_session(with_fields({{"Cookie", "__Host-sayso=a; __Host-sayso=b"}})).empty());
  CHECK(find_session(with_fields({{"Cookie", "__Host-sayso="}})).empty());
  CHECK(find_session(with_fields({{"Cookie", "__Host-sayso=a b"}})).empty());
  CHECK(find_session(with_fields({{"Cookie", "x__Host-sayso=a"}})).empty());
  CHECK(find_session(with_fields({{"Cookie", "__Host-sayso=" + std::string(65, 'a')}})).empty());
}

TEST_CASE("the session cookie has every flag") {
  CHECK(set_session("abc").value == "__Host-sayso=abc; Path=/; Secure; HttpOnly; SameSite=Strict");
  CHECK(clear_session().value ==
        "__Host-sayso=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Strict");
}

TEST_CASE("a local server goes by its local names") {
  const auto origins = local_origins("http", 8080);
  CHECK(origins.front() == "http://localhost:8080");
  CHECK(is_addressed_to(with_fields({{"Host", "LOCALHOST:8080"}}), origins));
  CHECK(is_addressed_to(with_fields({{"Host", "[::1]:8080"}}), origins));
  CHECK_FALSE(is_addressed_to(with_fields({{"Host", "localhost"}}), origins));
  CHECK_FALSE(is_addressed_to(with_fields({{"Host", "evil.example:8080"}}), origins));
  CHECK(local_origins("https", 443).front() == "https://localhost");
}

TEST_CASE("another site's page is told apart") {
  const Origins origins{"https://sayso.example"};
  CHECK(comes_from(with_fields({}), origins));
  CHECK(comes_from(
      with_fields({{"Origin", "https://sayso.example"}, {"Sec-Fetch-Site", "same-origin"}}),
      origins));
  CHECK_FALSE(comes_from(with_fields({{"Origin", "https://sayso.example.evil"}}), origins));
  CHECK_FALSE(comes_from(with_fields({{"Origin", "http://sayso.example"}}), origins));
  CHECK_FALSE(comes_from(with_fields({{"Origin", "null"}}), origins));
  for (const char* site : {"cross-site", "same-site", "none", ""})
    CHECK_FALSE(comes_from(with_fields({{"Sec-Fetch-Site", site}}), origins));
}

TEST_CASE("the content policy allows nothing inline and nothing from elsewhere") {
  Response response;
  add_security_headers(response, false);
  const Request as_fields = with_fields(response.fields);
  const auto policy = as_fields.field("Content-Security-Policy");
  for (const char* part :
       {"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval';", "style-src 'self';",
        "img-src 'self';", "font-src 'self';", "connect-src 'self';", "form-action 'self';",
        "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'"}) {
    CAPTURE(part);
    CHECK(policy.find(part) != std::string_view::npos);
  }
  CHECK(policy.find("unsafe-inline") == std::string_view::npos);
  CHECK(policy.find("'unsafe-eval'") == std::string_view::npos);
  CHECK(as_fields.field("Cache-Control") == "no-store");
  CHECK_FALSE(as_fields.has_field("Strict-Transport-Security"));
}

TEST_CASE("what stands in a page is allowed by its hash, and nothing else is") {
  // The example of Content Security Policy Level 2, §4.2.2.
  const std::string policy = make_content_policy({{"alert('Hello, world.');"}, {"p{margin:0}"}});
  CHECK(policy.find("script-src 'self' 'wasm-unsafe-eval' "
                    "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='; "
                    "style-src 'self' 'sha256-") != std::string::npos);
  CHECK(policy.find("unsafe-inline") == std::string::npos);
  Response response;
  response.fields.push_back({"Content-Security-Policy", policy});
  add_security_headers(response, false);
  CHECK(std::count_if(response.fields.begin(), response.fields.end(), [&](const Field& field) {
          return field.name == "Content-Security-Policy" && field.value == policy;
        }) == 1);
}

TEST_CASE("over TLS the browser is told to stay there, and a handler's caching stands") {
  Response response;
  response.fields.push_back({"Cache-Control", "public"});
  add_security_headers(response, true);
  const Request as_fields = with_fields(response.fields);
  CHECK(as_fields.field("Strict-Transport-Security") == "max-age=63072000; includeSubDomains");
  CHECK(as_fields.field("Cache-Control") == "public");
}

}  // namespace
}  // namespace sayso::http
