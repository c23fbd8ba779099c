#include <doctest/doctest.h>

#include "shared/encoding/canonical_without.h"
#include "shared/encoding/json.h"

namespace sayso::encoding {
namespace {

std::string canonical(std::string_view text) {
  const auto json = decode_json(text);
  CAPTURE(text);
  REQUIRE(json.has_value());
  return encode_canonical(*json);
}

TEST_CASE("the string and literals of RFC 8785's first example come out as printed there") {
  CHECK(canonical("{\n  \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
                  "\n  \"literals\": [true,   false]\n}") ==
        "{\"literals\":[true,false],\"string\":\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
}

TEST_CASE("only what must be escaped is, in its shortest way") {
  CHECK(canonical("\"\\u0008\\u0009\\u000a\\u000c\\u000d\"") == "\"\\b\\t\\n\\f\\r\"");
  CHECK(canonical("\"\\u0001\\u001F\\u007f\\u0080\"") == "\"\\u0001\\u001f\x7f\xC2\x80\"");
  CHECK(canonical("\"\\/ \\u2028 <>&\"") == "\"/ \xE2\x80\xA8 <>&\"");
  CHECK(canonical("\"\\ud83d\\ude00\"") == "\"\xF0\x9F\x98\x80\"");
}

TEST_CASE("members stand in order of their keys, at every depth") {
  CHECK(canonical("{\"b\":{\"d\":1,\"c\":2},\"B\":3,\"a\":[{\"z\":1,\"y\":2}],\"\":0,\"aa\":5,"
                  "\"1\":6,\"10\":7}") ==
        "{\"\":0,\"1\":6,\"10\":7,\"B\":3,\"a\":[{\"y\":2,\"z\":1}],\"aa\":5,\"b\":{\"c\":2,\"d\":"
        "1}}");
  CHECK(canonical("{\"\\u007f\":1,\"\\u0001\":2,\"\\r\":3}") ==
        "{\"\\u0001\":2,\"\\r\":3,\"\x7f\":1}");
}

TEST_CASE("elements keep their order and empty containers their brackets") {
  CHECK(canonical("[ 3, 1 , [] , { } , -9007199254740991, 0]") ==
        "[3,1,[],{},-9007199254740991,0]");
}

TEST_CASE("a value built in code is written like one that was read") {
  Json::Object members;
  members["when"] = 5;
  members["agreed"] = true;
  members["note"] = "\"";
  members["list"] = Json::Array{Json("a"), Json(std::int64_t{-1})};
  const Json json(members);
  CHECK(encode_canonical(json) ==
        "{\"agreed\":true,\"list\":[\"a\",-1],\"note\":\"\\\"\",\"when\":5}");
  CHECK(decode_json(encode_canonical(json)) == json);
  CHECK(encode_canonical(Json()) == "{}");
}

TEST_CASE("an object without a member is written as if it never had it") {
  const auto without = [](std::string_view text, std::string_view member) {
    const auto json = decode_json(text);
    REQUIRE(json.has_value());
    return encode_canonical_without(*json, member);
  };
  CHECK(without(R"({"a":1,"proof":{"b":2},"z":3})", "proof") == R"({"a":1,"z":3})");
  CHECK(without(R"({"proof":1,"z":3})", "proof") == R"({"z":3})");
  CHECK(without(R"({"a":1,"proof":2})", "proof") == R"({"a":1})");
  CHECK(without(R"({"proof":2})", "proof") == "{}");
  CHECK(without(R"({"a":{"proof":1}})", "proof") == R"({"a":{"proof":1}})");
  CHECK(without(R"(["proof"])", "proof") == R"(["proof"])");
}

TEST_CASE("text is written whole on both sides of what is escaped in it") {
  CHECK(canonical("\"\\n\"") == "\"\\n\"");
  CHECK(canonical("\"plain\\nthen \\\"more\\\" \\u0001\\u0002end\"") ==
        "\"plain\\nthen \\\"more\\\" \\u0001\\u0002end\"");
}

}  // namespace
}  // namespace sayso::encoding
