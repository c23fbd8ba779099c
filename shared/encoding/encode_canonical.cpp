// RFC 8785: no white space, members in order of their keys, and in strings only these escapes:
//   \b \t \n \f \r \" \\     and \u00xx, in lower case, for the other characters below U+0020.
#include <string>

#include "shared/base/check.h"
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

void write_string(const std::string& text, std::string& out) {
  constexpr char kDigits[] = "0123456789abcdef";
  CHECK(is_json_text(text));
  out.push_back('"');
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (const char letter = short_escape(c); letter != 0) {
      out.push_back('\\');
      out.push_back(letter);
    } else if (byte < 0x20) {
      out.append("\\u00");
      out.push_back(kDigits[byte >> 4]);
      out.push_back(kDigits[byte & 15]);
    } else {
      out.push_back(c);
    }
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

void write_object(const Json::Object& members, std::string& out) {
  char before = '{';
  for (const auto& [key, value] : members) {
    out.push_back(before);
    write_key(key, out);
    out.push_back(':');
    write_value(value, out);
    before = ',';
  }
  out.append(members.empty() ? "{}" : "}");
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

}  // namespace sayso::encoding
