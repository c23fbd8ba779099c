#include "shared/encoding/fields.h"

#include <doctest/doctest.h>

namespace sayso::encoding {
namespace {

struct Offer {
  std::string name;
  std::string note;
  std::int64_t days = 0;
  bool open = false;
  std::vector<std::string> tags;
  std::vector<std::string> purposes;
  std::string maker;
};

Expected<Offer, FieldProblem> read_offer(const Json& json) {
  Offer offer;
  const auto read = read_fields(json, [&](Fields& fields) {
    fields.constant("type", "offer");
    offer.name = fields.text("name");
    offer.note = fields.optional_text("note");
    offer.days = fields.integer("days", 1, 366);
    offer.open = fields.boolean("open");
    offer.tags = fields.texts("tags");
    fields.objects("uses", [&](Fields& use) { offer.purposes.push_back(use.text("purpose")); });
    fields.object("by", [&](Fields& by) {
      offer.maker = by.text("maker");
      if (offer.maker == "nobody") by.refuse("maker");
    });
  });
  if (!read) return failure(read.error());
  return offer;
}

constexpr std::string_view kGood =
    R"({"type":"offer","name":"n","days":7,"open":true,"tags":["a","b"],)"
    R"("uses":[{"purpose":"p"},{"purpose":"q"}],"by":{"maker":"m"}})";

// The good text with one part of it exchanged.
Json changed(std::string_view from, std::string_view to) {
  std::string text(kGood);
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  const auto json = decode_json(text);
  CAPTURE(text);
  REQUIRE(json.has_value());
  return *json;
}

void check_problem(const Json& json, FieldError error, std::string_view pointer) {
  const auto offer = read_offer(json);
  REQUIRE_FALSE(offer.has_value());
  CHECK(offer.error().pointer == pointer);
  CHECK(describe(offer.error().error) == describe(error));
}

TEST_CASE("an object with all its members is read") {
  const auto offer = read_offer(*decode_json(kGood));
  REQUIRE(offer.has_value());
  CHECK(offer->name == "n");
  CHECK(offer->note.empty());
  CHECK(offer->days == 7);
  CHECK(offer->open);
  CHECK(offer->tags == std::vector<std::string>{"a", "b"});
  CHECK(offer->purposes == std::vector<std::string>{"p", "q"});
  CHECK(offer->maker == "m");
}

TEST_CASE("a member that may be left out is read when it is there") {
  const auto offer = read_offer(changed("\"days\":7", "\"days\":7,\"note\":\"hm\""));
  REQUIRE(offer.has_value());
  CHECK(offer->note == "hm");
  check_problem(changed("\"days\":7", "\"days\":7,\"note\":1"), FieldError::WrongKind, "/note");
}

TEST_CASE("a missing member is named") {
  check_problem(changed("\"name\":\"n\",", ""), FieldError::Missing, "/name");
  check_problem(changed("\"maker\":\"m\"", ""), FieldError::Missing, "/by/maker");
  check_problem(changed("{\"purpose\":\"q\"}", "{}"), FieldError::Missing, "/uses/1/purpose");
}

TEST_CASE("an unknown member is named, wherever it is") {
  check_problem(changed("\"days\":7", "\"days\":7,\"extra\":1"), FieldError::Unknown, "/extra");
  check_problem(changed("\"maker\":\"m\"", "\"maker\":\"m\",\"a/b~c\":1"), FieldError::Unknown,
                "/by/a~1b~0c");
  check_problem(changed("\"purpose\":\"p\"", "\"purpose\":\"p\",\"x\":1"), FieldError::Unknown,
                "/uses/0/x");
}

TEST_CASE("a member of the wrong kind is named") {
  check_problem(changed("\"name\":\"n\"", "\"name\":1"), FieldError::WrongKind, "/name");
  check_problem(changed("\"days\":7", "\"days\":\"7\""), FieldError::WrongKind, "/days");
  check_problem(changed("\"open\":true", "\"open\":\"true\""), FieldError::WrongKind, "/open");
  check_problem(changed("[\"a\",\"b\"]", "{}"), FieldError::WrongKind, "/tags");
  check_problem(changed("[\"a\",\"b\"]", "[\"a\",1]"), FieldError::WrongKind, "/tags/1");
  check_problem(changed("{\"maker\":\"m\"}", "[]"), FieldError::NotAnObject, "/by");
  check_problem(changed("{\"purpose\":\"q\"}", "2"), FieldError::NotAnObject, "/uses/1");
  check_problem(changed("[{\"purpose\":\"p\"},{\"purpose\":\"q\"}]", "true"), FieldError::WrongKind,
                "/uses");
  check_problem(Json("offer"), FieldError::NotAnObject, "");
}

TEST_CASE("a value that is not allowed is named") {
  check_problem(changed("\"days\":7", "\"days\":0"), FieldError::WrongValue, "/days");
  check_problem(changed("\"days\":7", "\"days\":367"), FieldError::WrongValue, "/days");
  check_problem(changed("\"offer\"", "\"order\""), FieldError::WrongValue, "/type");
  check_problem(changed("\"m\"", "\"nobody\""), FieldError::WrongValue, "/by/maker");
}

TEST_CASE("the first problem is the one that is told") {
  check_problem(changed("\"name\":\"n\",\"days\":7", "\"name\":1,\"days\":0"),
                FieldError::WrongKind, "/name");
}

TEST_CASE("a part is handed on whole, and an empty object in its place when it is missing") {
  const Json json = *decode_json(R"({"part":[1]})");
  CHECK(read_fields(json, [](Fields& fields) {
          CHECK(fields.json("part") == Json(Json::Array{Json(1)}));
          CHECK_FALSE(fields.failed());
        }).has_value());
  CHECK_FALSE(read_fields(json, [](Fields& fields) {
                CHECK(fields.json("whole") == Json());
                CHECK(fields.failed());
              }).has_value());
}

}  // namespace
}  // namespace sayso::encoding
