// Reads a whole file, as it is.
#pragma once

#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace sayso::test {

inline std::optional<std::string> read_text_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace sayso::test
