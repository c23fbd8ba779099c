#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "shared/encoding/json.h"
#include "shared/encoding/utf8.h"

namespace sayso::encoding {
namespace {

rc::Gen<std::string> any_key() {
  return rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127));
}

rc::Gen<std::string> any_text() {
  // Pieces that need care: escapes, controls, two to four bytes, the ends of their ranges.
  const auto piece = rc::gen::elementOf(std::vector<std::string>{
      "a", "\"", "\\", "/", "\n", "\x01", "\x1f", "\x7f", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80",
      "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"});
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const auto& pieces) {
    std::string text;
    for (const auto& part : pieces) text += part;
    return text;
  });
}

rc::Gen<Json> any_leaf() {
  return rc::gen::oneOf(
      rc::gen::map(any_text(), [](const std::string& text) { return Json(text); }),
      rc::gen::map(rc::gen::arbitrary<bool>(), [](bool flag) { return Json(flag); }),
      rc::gen::map(rc::gen::inRange(-kMaxInteger, kMaxInteger + 1),
                   [](std::int64_t number) { return Json(number); }));
}

rc::Gen<Json> any_json(int depth) {
  if (depth == 0) return any_leaf();
  const auto inner = rc::gen::resize(6, any_json(depth - 1));
  return rc::gen::oneOf(
      any_leaf(),
      rc::gen::map(rc::gen::container<Json::Array>(inner),
                   [](const Json::Array& elements) { return Json(elements); }),
      rc::gen::map(rc::gen::container<std::map<std::string, Json>>(any_key(), inner),
                   [](const std::map<std::string, Json>& members) {
                     return Json(Json::Object(members.begin(), members.end()));
                   }));
}

constexpr JsonLimits kWide{1 << 24, 8};

TEST_CASE("every value comes back from its canonical text") {
  CHECK(rc::check("decode(encode(value)) is the value", [] {
    const auto json = *any_json(4);
    const auto decoded = decode_json(encode_canonical(json), kWide);
    RC_ASSERT(decoded.has_value());
    RC_ASSERT(*decoded == json);
  }));
}

TEST_CASE("a value has one canonical text however it was spelled") {
  CHECK(rc::check("white space between the tokens changes nothing", [] {
    const auto json = *any_json(3);
    const std::string canonical = encode_canonical(json);
    std::string spaced;
    bool in_string = false;
    bool escaped = false;
    for (const char c : canonical) {
      const bool is_mark =
          !in_string && std::string_view("{}[],:").find(c) != std::string_view::npos;
      spaced += is_mark ? std::string(" \n") + c + "\t\r" : std::string(1, c);
      if (c == '"' && !escaped) in_string = !in_string;
      escaped = in_string && c == '\\' && !escaped;
    }
    const auto decoded = decode_json(spaced, kWide);
    RC_ASSERT(decoded.has_value());
    RC_ASSERT(encode_canonical(*decoded) == canonical);
  }));
}

TEST_CASE("a damaged text is refused, or stands for a value as good as any") {
  CHECK(rc::check("one byte exchanged", [] {
    std::string text = encode_canonical(*any_json(3));
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    text[at] = *rc::gen::arbitrary<char>();
    const auto decoded = decode_json(text, kWide);
    if (!decoded) {
      RC_ASSERT(decoded.error().line >= 1U);
      RC_ASSERT(decoded.error().column <= text.size() + 1);
    } else {
      RC_ASSERT(decode_json(encode_canonical(*decoded), kWide) == *decoded);
    }
  }));
}

}  // namespace
}  // namespace sayso::encoding
