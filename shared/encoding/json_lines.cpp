#include "shared/encoding/json_lines.h"

#include <algorithm>

#include "shared/encoding/json.h"

namespace sayso::encoding {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// What the key says, escapes undone.
std::string key_of(std::string_view quoted) {
  if (quoted.find('\\') == std::string_view::npos)
    return std::string(quoted.substr(1, quoted.size() - 2));
  const auto decoded = decode_json(quoted);
  return decoded && decoded->string() ? *decoded->string() : std::string();
}

}  // namespace

JsonLines::JsonLines(std::string_view text) : text_(text) { scan_value(""); }

std::size_t JsonLines::line_of(std::string_view pointer) const {
  for (;;) {
    const auto found = lines_.find(pointer);
    if (found != lines_.end()) return found->second;
    const std::size_t slash = pointer.rfind('/');
    if (slash == std::string_view::npos) return 1;
    pointer = pointer.substr(0, slash);
  }
}

void JsonLines::scan_value(const std::string& pointer) {
  skip_space();
  lines_[pointer] = line_;
  switch (next()) {
    case '{':
      return scan_object(pointer);
    case '[':
      return scan_array(pointer);
    case '"':
      scan_string();
      return;
    default:
      advance(std::min(text_.find_first_of(",]} \n\r\t"), text_.size()));
  }
}

void JsonLines::scan_object(const std::string& pointer) {
  while (next() == '{' || next() == ',') {
    advance(1);
    skip_space();
    if (next() != '"') break;
    const std::string name = key_of(scan_string());
    skip_space();
    advance(1);  // the colon
    scan_value(pointer_below(pointer, name));
    skip_space();
  }
  advance(1);
}

void JsonLines::scan_array(const std::string& pointer) {
  std::size_t index = 0;
  while (next() == '[' || next() == ',') {
    advance(1);
    skip_space();
    if (next() == ']') break;
    scan_value(pointer_below(pointer, index++));
    skip_space();
  }
  advance(1);
}

std::string_view JsonLines::scan_string() {
  std::size_t end = 1;
  while (end < text_.size() && text_[end] != '"') end += text_[end] == '\\' ? 2U : 1U;
  const std::string_view quoted = text_.substr(0, end + 1);
  advance(quoted.size());
  return quoted;
}

void JsonLines::skip_space() {
  while (!text_.empty() && is_space(text_.front())) advance(1);
}

void JsonLines::advance(std::size_t count) {
  const std::string_view passed = text_.substr(0, count);
  line_ += static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
  text_.remove_prefix(passed.size());
}

std::string pointer_below(std::string_view parent, std::string_view name) {
  std::string pointer(parent);
  pointer += '/';
  for (const char c : name) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
  return pointer;
}

std::string pointer_below(std::string_view parent, std::size_t index) {
  return pointer_below(parent, std::to_string(index));
}

}  // namespace sayso::encoding
