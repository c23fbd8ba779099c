// The vectors from elsewhere, which a clone may lack: a test that needs them is then skipped, and
// its output says so.
#pragma once

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

namespace sayso::test {

// Decorates a test: TEST_CASE("…" * test::needs_vectors("name")). `name` is a file or folder among
// the vectors.
inline doctest::skip needs_vectors(const std::string& name) {
  std::error_code error;
  const bool is_there = std::filesystem::exists(std::string(SAYSO_VECTORS_DIR) + "/" + name, error);
  if (!is_there) std::printf("skipped, for it needs vectors that are not here: %s\n", name.c_str());
  return doctest::skip(!is_there);
}

// Parsed by the library as it is: some vectors hold numbers that our own reader refuses.
inline nlohmann::json read_vectors(const std::string& name) {
  std::ifstream file(std::string(SAYSO_VECTORS_DIR) + "/" + name, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  auto json = nlohmann::json::parse(text, nullptr, false);
  REQUIRE_FALSE(json.is_discarded());
  return json;
}

}  // namespace sayso::test
