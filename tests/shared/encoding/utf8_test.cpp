#include "shared/encoding/utf8.h"

#include <doctest/doctest.h>

#include <string>

namespace sayso::encoding {
namespace {

// RFC 3629 §3, in its own words: shift the bits into place, without any of the shortcuts of the
// code under test.
std::string naive_utf8(unsigned long point) {
  std::string text;
  const auto tail = [&](int shift) { text += static_cast<char>(0x80 | ((point >> shift) & 0x3F)); };
  if (point < 0x80) {
    text += static_cast<char>(point);
  } else if (point < 0x800) {
    text += static_cast<char>(0xC0 | (point >> 6));
    tail(0);
  } else if (point < 0x10000) {
    text += static_cast<char>(0xE0 | (point >> 12));
    tail(6), tail(0);
  } else {
    text += static_cast<char>(0xF0 | (point >> 18));
    tail(12), tail(6), tail(0);
  }
  return text;
}

TEST_CASE("every character but the surrogates is valid, and nothing past U+10FFFF") {
  for (unsigned long point = 0; point < 0x120000; ++point) {
    const bool is_character = point <= 0x10FFFF && !(point >= 0xD800 && point <= 0xDFFF);
    if (find_invalid_utf8(naive_utf8(point)).has_value() == !is_character) continue;
    CAPTURE(point);
    FAIL_CHECK("judged wrongly");
    break;
  }
}

TEST_CASE("overlong, cut and stray bytes are found where they stand") {
  CHECK(find_invalid_utf8("ab\x80") == 2);
  CHECK(find_invalid_utf8("\xC0\xAF") == 0);
  CHECK(find_invalid_utf8("\xC1\xBF") == 0);
  CHECK(find_invalid_utf8("\xE0\x9F\xBF") == 0);
  CHECK(find_invalid_utf8("\xF0\x8F\xBF\xBF") == 0);
  CHECK(find_invalid_utf8("\xC3\xA9\xC3") == 2);
  CHECK(find_invalid_utf8("\xE2\x82") == 0);
  CHECK(find_invalid_utf8("\xE2\x82z") == 0);
  CHECK(find_invalid_utf8("\xF5\x80\x80\x80") == 0);
  CHECK(find_invalid_utf8("a\xFFz") == 1);
  CHECK_FALSE(find_invalid_utf8("").has_value());
}

TEST_CASE("a stray byte is found wherever it stands among eight and more plain ones") {
  for (std::size_t length = 1; length < 40; ++length) {
    for (std::size_t place = 0; place < length; ++place) {
      std::string text(length, 'a');
      text[place] = '\x80';
      CHECK(find_invalid_utf8(text) == place);
    }
  }
}

TEST_CASE("text with the character zero is no text for JSON") {
  CHECK(is_json_text("plain"));
  CHECK(is_json_text(""));
  CHECK_FALSE(is_json_text(std::string_view("a\0b", 3)));
  CHECK_FALSE(is_json_text("\xC3"));
}

}  // namespace
}  // namespace sayso::encoding
