// RFC 8785: no white space, members in order of their keys, and in strings only these escapes:
//   \b \t \n \f \r \" \\     and \u00xx, in lower case, for the other characters below U+0020.
#include <algorithm>
#include <string>
#include <string_view>

#include "shared/base/check.h"
#include "shared/encoding/canonical_without.h"
#include "shared/encoding/json.h"
#include "shared/encoding/utf8.h"

namespace sayso::encoding {
namespace {

char short_escape(char c) {
  switch (c) {
    case '\b':
      return 'b';
    case '\t':
      return 't';
    case '\n':
      return 'n';
    case '\f':
      return 'f';
    case '\r':
      return 'r';
    case '"':
    case '\\':
      return c;
    default:
      return 0;
  }
}

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

void write_escaped(char c, std::string& out) {
  constexpr char kDigits[] = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  out.push_back('\\');
  if (const char letter = short_escape(c); letter != 0) {
    out.push_back(letter);
    return;
  }
  out.append("u00");
  out.push_back(kDigits[byte >> 4]);
  out.push_back(kDigits[byte & 15]);
}

// In runs: most texts hold nothing to escape.
void write_string(std::string_view text, std::string& out) {
  CHECK(is_json_text(text));
  out.push_back('"');
  while (!text.empty()) {
    const auto end = std::find_if(text.begin(), text.end(), needs_escape);
    out.append(text.begin(), end);
    text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
    if (text.empty()) break;
    write_escaped(text.front(), out);
    text.remove_prefix(1);
  }
  out.push_back('"');
}

void write_key(const std::string& key, std::string& out) {
  for (const char c : key) CHECK(static_cast<unsigned char>(c) < 0x80);
  write_string(key, out);
}

void write_value(const Json& json, std::string& out);

void write_array(const Json::Array& elements, std::string& out) {
  char before = '[';
  for (const Json& element : elements) {
    out.push_back(before);
    write_value(element, out);
    before = ',';
  }
  out.append(elements.empty() ? "[]" : "]");
}

void write_object(const Json::Object& members, std::string& out, std::string_view left_out = {}) {
  char before = '{';
  for (const auto& [key, value] : members) {
    if (!left_out.empty() && key == left_out) continue;
    out.push_back(before);
    write_key(key, out);
    out.push_back(':');
    write_value(value, out);
    before = ',';
  }
  out.append(before == '{' ? "{}" : "}");
}

// As deep as the value: decode_json bounds what comes from outside, and our own formats are a few
// levels deep.
void write_value(const Json& json, std::string& out) {
  if (const auto* text = json.string()) write_string(*text, out);
  if (const auto* flag = json.boolean()) out.append(*flag ? "true" : "false");
  if (const auto* number = json.integer()) out.append(std::to_string(*number));
  if (const auto* elements = json.array()) write_array(*elements, out);
  if (const auto* members = json.object()) write_object(*members, out);
}

}  // namespace

std::string encode_canonical(const Json& json) {
  std::string out;
  write_value(json, out);
  return out;
}

std::string encode_canonical_without(const Json& json, std::string_view member) {
  const Json::Object* members = json.object();
  if (members == nullptr) return encode_canonical(json);
  std::string out;
  write_object(*members, out, member);
  return out;
}

}  // namespace sayso::encoding
