// Reads the vectors from elsewhere, which a clone may lack: a test that needs them says that it was
// skipped.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace sayso::test {

// Nothing, and a line that names the file, when it is not there. Parsed by the library as it is:
// some vectors hold numbers that our own reader refuses.
inline std::optional<nlohmann::json> read_vectors(const std::string& name) {
  std::ifstream file(std::string(SAYSO_VECTORS_DIR) + "/" + name, std::ios::binary);
  if (!file) {
    MESSAGE("skipped: there is no " << name << " among the vectors");
    return std::nullopt;
  }
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  auto json = nlohmann::json::parse(text, nullptr, false);
  REQUIRE_FALSE(json.is_discarded());
  return json;
}

}  // namespace sayso::test
