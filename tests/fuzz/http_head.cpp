// Whatever is taken as the head of a request says nothing that a second reader could read
// otherwise, and written out plainly it is read as the same again.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "server/http/cookie.h"
#include "server/http/head.h"
#include "shared/base/bytes.h"
#include "shared/base/check.h"

namespace {

using namespace sayso;

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c == '\t' || (c >= ' ' && c < '\x7F'); });
}

std::string written(const http::Request& request, const std::string& first_line) {
  std::string text = first_line + "\r\n";
  for (const http::Field& field : request.fields) text += field.name + ": " + field.value + "\r\n";
  return text + "\r\n";
}

void check_head(const http::Head& head, const http::Limits& limits) {
  const http::Request& request = head.request;
  CHECK(!request.path.empty() && request.path.front() == '/' && is_plain(request.path));
  CHECK(request.path.find_first_of("?# \t") == std::string::npos);
  CHECK(request.fields.size() <= limits.fields && head.body_bytes <= limits.body_bytes);
  CHECK(!request.has_field("Transfer-Encoding"));
  for (const http::Field& field : request.fields) {
    CHECK(is_plain(field.name) && is_plain(field.value) && !field.name.empty());
    CHECK(field.name.find_first_of(": \t") == std::string::npos);
  }
  const std::string_view session = http::find_session(request);
  CHECK(session.size() <= 64 && session.find_first_of("; ,=\"") == std::string_view::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = as_text({data, size});
  const http::Limits limits;
  const auto head = http::decode_head(text, limits);
  if (!head) return 0;
  check_head(*head, limits);
  const std::string first_line(text.substr(0, text.find("\r\n")));
  const auto again = http::decode_head(written(head->request, first_line), limits);
  CHECK(again.has_value());
  CHECK(again->request.path == head->request.path && again->body_bytes == head->body_bytes);
  CHECK(again->request.method == head->request.method && again->keep_alive == head->keep_alive);
  return 0;
}
