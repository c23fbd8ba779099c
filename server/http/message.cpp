#include "server/http/message.h"

#include <algorithm>

namespace sayso::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trim(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split_list(std::string_view value) {
  std::vector<std::string_view> elements;
  while (!value.empty()) {
    const auto comma = value.find(',');
    const auto element = trim(value.substr(0, comma));
    if (!element.empty()) elements.push_back(element);
    if (comma == std::string_view::npos) break;
    value.remove_prefix(comma + 1);
  }
  return elements;
}

std::string_view media_type(std::string_view content_type) {
  return trim(content_type.substr(0, content_type.find(';')));
}

std::string_view Request::field(std::string_view name) const {
  for (const Field& candidate : fields) {
    if (equal_ignoring_case(candidate.name, name)) return candidate.value;
  }
  return {};
}

bool Request::has_field(std::string_view name) const {
  return std::any_of(fields.begin(), fields.end(), [&](const Field& candidate) {
    return equal_ignoring_case(candidate.name, name);
  });
}

Response text_response(unsigned status, std::string_view text) {
  return body_response(status, "text/plain; charset=utf-8", std::string(text));
}

Response body_response(unsigned status, std::string_view content_type, std::string body) {
  Response response;
  response.status = status;
  response.fields.push_back({"Content-Type", std::string(content_type)});
  response.body = std::make_shared<const std::string>(std::move(body));
  return response;
}

Response empty_response(unsigned status) {
  Response response;
  response.status = status;
  return response;
}

}  // namespace sayso::http
