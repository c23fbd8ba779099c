// Where each value of a JSON text stands: the line of every JSON Pointer (RFC 6901).
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace sayso::encoding {

class JsonLines {
 public:
  // The text has to be one that decode_json takes.
  explicit JsonLines(std::string_view text);

  // From 1. Of a value that is not there: the line of the nearest value around it.
  [[nodiscard]] std::size_t line_of(std::string_view pointer) const;

 private:
  void scan_value(const std::string& pointer);
  void scan_object(const std::string& pointer);
  void scan_array(const std::string& pointer);
  std::string_view scan_string();
  void skip_space();
  void advance(std::size_t count);
  [[nodiscard]] char next() const { return text_.empty() ? '\0' : text_.front(); }

  std::string_view text_;
  std::size_t line_ = 1;
  std::map<std::string, std::size_t, std::less<>> lines_;
};

// The pointer of a member or an element below `parent`.
[[nodiscard]] std::string pointer_below(std::string_view parent, std::string_view name);
[[nodiscard]] std::string pointer_below(std::string_view parent, std::size_t index);

}  // namespace sayso::encoding
