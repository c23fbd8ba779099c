#include <doctest/doctest.h>

#include <string>

#include "shared/encoding/json.h"

namespace sayso::encoding {
namespace {

using Error = JsonError;

struct Refused {
  std::string_view text;
  Error error;
  std::size_t line;
  std::size_t column;
};

void check_refused(const Refused& refused) {
  CAPTURE(refused.text);
  const auto decoded = decode_json(refused.text);
  REQUIRE_FALSE(decoded.has_value());
  CHECK(describe(decoded.error().error) == describe(refused.error));
  CHECK(decoded.error().line == refused.line);
  CHECK(decoded.error().column == refused.column);
}

Json decoded(std::string_view text) {
  const auto json = decode_json(text);
  CAPTURE(text);
  REQUIRE(json.has_value());
  return *json;
}

TEST_CASE("every kind of value is read") {
  const Json json = decoded(
      " {\"text\":\"a\", \"yes\":true,\"no\":false,\r\n\t\"list\":[1,[],{}],\"number\":-5}\n");
  REQUIRE(json.find("text") != nullptr);
  CHECK(*json.find("text")->string() == "a");
  CHECK(*json.find("yes")->boolean());
  CHECK_FALSE(*json.find("no")->boolean());
  CHECK(*json.find("number")->integer() == -5);
  const Json::Array* list = json.find("list")->array();
  REQUIRE(list != nullptr);
  CHECK(*list == Json::Array{Json(1), Json(Json::Array{}), Json(Json::Object{})});
  CHECK(json.find("absent") == nullptr);
  CHECK(json.find("text")->find("a") == nullptr);
  CHECK(json.find("text")->integer() == nullptr);
}

TEST_CASE("a value alone is a document") {
  CHECK(decoded("7") == Json(7));
  CHECK(decoded("\"\"") == Json(""));
  CHECK(decoded("true") == Json(true));
  CHECK(decoded("0") == Json(0));
}

TEST_CASE("integers reach to 2^53-1 both ways") {
  CHECK(decoded("9007199254740991") == Json(kMaxInteger));
  CHECK(decoded("-9007199254740991") == Json(-kMaxInteger));
}

TEST_CASE("an integer beyond is refused where it begins") {
  check_refused({"9007199254740992", Error::IntegerOutOfRange, 1, 1});
  check_refused({"[-9007199254740992]", Error::IntegerOutOfRange, 1, 2});
  check_refused({"[1, 9007199254740993 ]", Error::IntegerOutOfRange, 1, 5});
  check_refused({"18446744073709551615", Error::IntegerOutOfRange, 1, 1});
  check_refused({"18446744073709551616", Error::IntegerOutOfRange, 1, 1});
  check_refused({"-9223372036854775809", Error::IntegerOutOfRange, 1, 1});
  const std::string huge(500, '9');
  check_refused({huge, Error::IntegerOutOfRange, 1, 1});
}

TEST_CASE("fractions and exponents are refused, whole ones too") {
  check_refused({"1.0", Error::NotAnInteger, 1, 1});
  check_refused({"{\"a\":\n  1e2}", Error::NotAnInteger, 2, 3});
  check_refused({"[0.5]", Error::NotAnInteger, 1, 2});
  check_refused({"[1E400]", Error::NotAnInteger, 1, 2});
  check_refused({"-0.0", Error::NotAnInteger, 1, 1});
  check_refused({"1e-5", Error::NotAnInteger, 1, 1});
}

TEST_CASE("minus zero is refused") {
  check_refused({"-0", Error::NegativeZero, 1, 1});
  check_refused({"-01", Error::NegativeZero, 1, 1});
  check_refused({"[0,-0]", Error::NegativeZero, 1, 4});
}

TEST_CASE("null is refused") {
  check_refused({"null", Error::NullValue, 1, 1});
  check_refused({"{\"a\": null}", Error::NullValue, 1, 7});
}

TEST_CASE("a key may stand once in an object") {
  check_refused({"{\"a\":1,\n \"a\":1}", Error::DuplicateKey, 2, 2});
  check_refused({"{\"a\":1,\"\\u0061\":2}", Error::DuplicateKey, 1, 8});
  check_refused({"[{\"x\\\"\":{},\"x\\\"\":{}}]", Error::DuplicateKey, 1, 12});
  CHECK(decoded("[{\"a\":{\"a\":1}},{\"a\":2}]").array()->size() == 2);
}

TEST_CASE("keys are ASCII") {
  check_refused({"{\"ok\":1,\"\xC3\xA9\":1}", Error::NonAsciiKey, 1, 9});
  check_refused({"{\"\\u00e9\":1}", Error::NonAsciiKey, 1, 2});
  CHECK(decoded("{\"\":1}").find("") != nullptr);
}

TEST_CASE("nesting is bounded, and deep nesting costs nothing") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  CHECK(decode_json(nested(16)).has_value());
  check_refused({nested(17), Error::TooDeep, 1, 17});
  check_refused({std::string(60'000, '['), Error::TooDeep, 1, 17});
  CHECK(decode_json("[[]]", {.size_bytes = 4, .depth = 2}).has_value());
  CHECK_FALSE(decode_json("[{}]", {.size_bytes = 4, .depth = 1}).has_value());
  CHECK(decode_json("1", {.size_bytes = 4, .depth = 0}).has_value());
  CHECK_FALSE(decode_json("[]", {.size_bytes = 4, .depth = 0}).has_value());
  CHECK(decode_json(nested(256), {.size_bytes = 600, .depth = 256}).has_value());
}

TEST_CASE("a text larger than the limit is refused unread") {
  CHECK(decode_json("\"abc\"", {.size_bytes = 5, .depth = 1}).has_value());
  const auto refused = decode_json("\"abcd\"", {.size_bytes = 5, .depth = 1});
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().error == Error::TooLarge);
  check_refused({std::string(64 * 1024 + 1, ' '), Error::TooLarge, 1, 1});
}

TEST_CASE("bytes that are not UTF-8 are refused where they stand") {
  check_refused({"\"a\xFF\"", Error::InvalidText, 1, 3});
  check_refused({"\"\xC0\xAF\"", Error::InvalidText, 1, 2});
  check_refused({"[\n\"\xED\xA0\x80\"]", Error::InvalidText, 2, 2});
  check_refused({"\"\xF4\x90\x80\x80\"", Error::InvalidText, 1, 2});
  check_refused({"\"\xC3\"", Error::InvalidText, 1, 2});
}

TEST_CASE("an escaped surrogate must be half of a pair") {
  CHECK(decoded("\"\\ud83d\\uDE00\"") == Json("\xF0\x9F\x98\x80"));
  check_refused({"\"\\ud83d\"", Error::InvalidText, 1, 2});
  check_refused({"\"x\\ude00\"", Error::InvalidText, 1, 3});
  check_refused({"\"\\ud83d\\ud83d\"", Error::InvalidText, 1, 2});
  check_refused({"\"\\ud83dx\\ude00\"", Error::InvalidText, 1, 2});
  check_refused({"\"\\ud83d\\u0041\"", Error::InvalidText, 1, 2});
  // A backslash that is itself escaped begins no escape.
  CHECK(decoded("\"\\\\ud83d\"") == Json("\\ud83d"));
}

TEST_CASE("the character zero is refused, raw and escaped") {
  check_refused({"\"\\u0000\"", Error::InvalidText, 1, 2});
  check_refused({{"\"a\0\"", 4}, Error::Syntax, 1, 3});
  // nlohmann's lexer takes a zero byte for the end of the text.
  check_refused({{"{}\0junk", 7}, Error::Syntax, 1, 3});
  check_refused({{"7\0", 2}, Error::Syntax, 1, 2});
}

TEST_CASE("a byte order mark is refused") {
  check_refused({"\xEF\xBB\xBF{}", Error::Syntax, 1, 1});
  CHECK(decoded("\"\xEF\xBB\xBF\"") == Json("\xEF\xBB\xBF"));
}

TEST_CASE("what is not JSON is refused with line and column") {
  check_refused({"", Error::Syntax, 1, 1});
  check_refused({"{", Error::Syntax, 1, 2});
  check_refused({"{} {}", Error::Syntax, 1, 4});
  check_refused({"[1,\n2,,3]", Error::Syntax, 2, 3});
  check_refused({"{\"a\" 1}", Error::Syntax, 1, 6});
  check_refused({"\"line\nbreak\"", Error::Syntax, 1, 6});
  check_refused({"// no\n1", Error::Syntax, 1, 1});
  for (const std::string text :
       {"[1,]",      "{\"a\":1,}",  "{a:1}",     "'a'",    "01",  "+1",
        ".5",        "1.",          "-",         "tru",    "NaN", "Infinity",
        "\"\\x41\"", "\"\\u12g4\"", "\"\\u00\"", "\"open", "]",   "/**/1",
        "{\"a\"}",   "[1 2]",       "True",      "\"\t\"", "1 1", "\\u0031"}) {
    CAPTURE(text);
    const auto refused = decode_json(text);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().error == Error::Syntax);
  }
}

TEST_CASE("every error has words of its own") {
  CHECK(describe(Error::NullValue) == "null");
  CHECK(describe(Error::TooDeep) != describe(Error::TooLarge));
}

}  // namespace
}  // namespace sayso::encoding
