// request-head = method SP target SP "HTTP/1." ("0" / "1") CRLF *( name ":" OWS value OWS CRLF )
// CRLF
#include "server/http/head.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sayso::http {
namespace {

using Error = HeadError;

bool is_token_character(char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return true;
  return std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_character);
}

bool is_visible(char c) { return c > 0x20 && c < 0x7F; }

bool is_field_value(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_visible(c) || c == ' ' || c == '\t'; });
}

// Takes one line off the front, without its CR LF. Nothing when a CR or LF stands alone.
std::optional<std::string_view> take_line(std::string_view& text) {
  const auto end = text.find_first_of("\r\n");
  if (end == std::string_view::npos || text.substr(end, 2) != "\r\n") return std::nullopt;
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 2);
  return line;
}

Method decode_method(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, Method>, 6> kMethods{{
      {"GET", Method::Get},
      {"HEAD", Method::Head},
      {"POST", Method::Post},
      {"PUT", Method::Put},
      {"DELETE", Method::Delete},
      {"OPTIONS", Method::Options},
  }};
  for (const auto& [name, method] : kMethods) {
    if (name == text) return method;
  }
  return Method::Other;
}

Expected<void, Error> read_request_line(std::string_view line, const Limits& limits, Head& head) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return failure(Error::Malformed);
  const auto method = line.substr(0, first);
  const auto target = line.substr(first + 1, last - first - 1);
  const auto version = line.substr(last + 1);
  if (!is_token(method)) return failure(Error::Malformed);
  if (target.size() > limits.target_bytes) return failure(Error::TargetTooLong);
  if (target.empty() || target.front() != '/') return failure(Error::Malformed);
  if (!std::all_of(target.begin(), target.end(), is_visible)) return failure(Error::Malformed);
  if (target.find('#') != std::string_view::npos) return failure(Error::Malformed);
  if (version != "HTTP/1.1" && version != "HTTP/1.0") {
    const bool other = version.size() == 8 && version.substr(0, 5) == "HTTP/";
    return failure(other ? Error::Version : Error::Malformed);
  }
  head.request.method = decode_method(method);
  head.request.path = std::string(target.substr(0, target.find('?')));
  head.keep_alive = version == "HTTP/1.1";
  return {};
}

Expected<void, Error> read_field(std::string_view line, Head& head) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return failure(Error::Malformed);
  const auto name = line.substr(0, colon);
  const auto value = trim(line.substr(colon + 1));
  // A folded line starts with white space, so it has no token for a name.
  if (!is_token(name) || !is_field_value(value)) return failure(Error::Malformed);
  head.request.fields.push_back({std::string(name), std::string(value)});
  return {};
}

std::size_t count(const Request& request, std::string_view name) {
  const auto same = [&](const Field& field) { return equal_ignoring_case(field.name, name); };
  return static_cast<std::size_t>(
      std::count_if(request.fields.begin(), request.fields.end(), same));
}

Expected<std::size_t, Error> decode_length(std::string_view text, std::size_t limit) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.empty() || !std::all_of(text.begin(), text.end(), digit))
    return failure(Error::Malformed);
  if (text.size() > 1 && text.front() == '0') return failure(Error::Malformed);
  std::size_t length = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), length);
  if (result.ec != std::errc{} || length > limit) return failure(Error::BodyTooLarge);
  return length;
}

Expected<void, Error> read_body_length(const Limits& limits, Head& head) {
  const Request& request = head.request;
  if (request.has_field("Transfer-Encoding")) return failure(Error::TransferEncoding);
  const auto lengths = count(request, "Content-Length");
  if (lengths == 0) return {};
  if (lengths > 1) return failure(Error::Malformed);
  const auto length = decode_length(request.field("Content-Length"), limits.body_bytes);
  if (!length) return failure(length.error());
  const bool takes_body = request.method != Method::Get && request.method != Method::Head;
  if (*length > 0 && !takes_body) return failure(Error::BodyNotAllowed);
  head.body_bytes = *length;
  return {};
}

Expected<void, Error> read_connection(Head& head) {
  for (const Field& field : head.request.fields) {
    if (!equal_ignoring_case(field.name, "Connection")) continue;
    for (const auto option : split_list(field.value)) {
      if (equal_ignoring_case(option, "close")) head.keep_alive = false;
    }
  }
  if (!head.request.has_field("Expect")) return {};
  if (!equal_ignoring_case(head.request.field("Expect"), "100-continue"))
    return failure(Error::Expectation);
  head.expects_continue = true;
  return {};
}

}  // namespace

Expected<Head, HeadError> decode_head(std::string_view text, const Limits& limits) {
  if (text.size() > limits.head_bytes) return failure(Error::HeadTooLarge);
  Head head;
  const auto request_line = take_line(text);
  if (!request_line) return failure(Error::Malformed);
  if (auto read = read_request_line(*request_line, limits, head); !read)
    return failure(read.error());
  for (;;) {
    const auto line = take_line(text);
    if (!line) return failure(Error::Malformed);
    if (line->empty()) break;
    if (head.request.fields.size() == limits.fields) return failure(Error::HeadTooLarge);
    if (auto read = read_field(*line, head); !read) return failure(read.error());
  }
  if (!text.empty() || count(head.request, "Host") != 1) return failure(Error::Malformed);
  if (auto read = read_body_length(limits, head); !read) return failure(read.error());
  if (auto read = read_connection(head); !read) return failure(read.error());
  return head;
}

}  // namespace sayso::http
