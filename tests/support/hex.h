// Bytes written as hexadecimal in tests.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>

#include "shared/base/bytes.h"

namespace sayso::test {

inline Bytes from_hex(std::string_view text) {
  const auto bytes = decode_hex(text);
  REQUIRE(bytes.has_value());
  return *bytes;
}

template <std::size_t N>
ByteArray<N> array_from(ByteView bytes) {
  REQUIRE(bytes.size() == N);
  ByteArray<N> array;
  std::copy(bytes.begin(), bytes.end(), array.begin());
  return array;
}

template <std::size_t N>
ByteArray<N> array_from_hex(std::string_view text) {
  return array_from<N>(from_hex(text));
}

}  // namespace sayso::test
