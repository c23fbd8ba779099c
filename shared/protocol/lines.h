// Takes text apart line by line. Inside the folder only.
#pragma once

#include <optional>
#include <string_view>

namespace sayso::protocol {

// The first line without its end, which is cut off `rest`; nothing when no line end is left.
[[nodiscard]] inline std::optional<std::string_view> take_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

}  // namespace sayso::protocol
