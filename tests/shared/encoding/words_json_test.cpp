#include "shared/encoding/words_json.h"

#include <doctest/doctest.h>

#include <string>

#include "shared/domain/choices.h"
#include "tests/support/shipped_content.h"

using namespace sayso;
using namespace sayso::encoding;

namespace {

std::string catalogue(const std::string& words, const std::string& plural = "one-other") {
  return "{\"language\": \"en\",\n\"plural\": \"" + plural + "\",\n\"words\": {\n" + words + "\n}}";
}

// The first problem, as "line: words".
std::string problem_of(const std::string& text) {
  const auto words = decode_words(text);
  if (words) return "none";
  return std::to_string(words.error().front().line) + ": " + words.error().front().what;
}

}  // namespace

TEST_CASE("a catalogue holds texts and plurals") {
  const auto words = decode_words(catalogue(
      "\"a.b\": \"Hello {name}\",\n\"c\": {\"one\": \"1 day\", \"other\": \"{n} days\"}"));
  REQUIRE(words.has_value());
  CHECK(words->language() == "en");
  CHECK(words->text("a.b", {{"name", "Sam"}}) == "Hello Sam");
  CHECK(words->plural("c", 3) == "3 days");
}

TEST_CASE("a catalogue's faults are named by line") {
  CHECK(problem_of(catalogue("\"a\": \"x {y\"")) == "4: A brace has no partner.");
  CHECK(problem_of(catalogue("\"a\": \"\"")) == "4: \"a\" is empty.");
  CHECK(problem_of(catalogue("\"a\": 5")).substr(0, 2) == "4:");
  CHECK(problem_of(catalogue("\"A b\": \"x\"")).find("A key has") != std::string::npos);
  CHECK(problem_of(catalogue("\"a\": {\"one\": \"x\"}")) == "4: The form \"other\" is missing.");
  CHECK(problem_of(catalogue("\"a\": {\"one\": \"x\", \"other\": \"y\", \"lots\": \"z\"}"))
            .find("plural form") != std::string::npos);
  CHECK(problem_of(catalogue("\"a\": \"x\"", "martian")).substr(0, 2) == "2:");
  CHECK(problem_of(catalogue("\"a\": \"x\", \"a\": \"y\"")).find("twice") != std::string::npos);
}

TEST_CASE("each rule of counting asks for its own forms") {
  const std::string two = "\"a\": {\"one\": \"x\", \"other\": \"y\"}";
  CHECK(decode_words(catalogue(two)).has_value());
  CHECK_FALSE(decode_words(catalogue(two, "welsh")).has_value());
  CHECK(
      decode_words(catalogue("\"a\": {\"one\": \"x\", \"few\": \"y\", \"many\": \"z\"}", "polish"))
          .has_value());
}

TEST_CASE("what a translation lacks is found") {
  const auto original = *decode_words(catalogue(
      "\"a\": \"{x}\",\n\"b\": \"y\",\n\"c\": {\"one\": \"1\", \"other\": \"{n} {who}\"}"));
  const auto good =
      *decode_words(catalogue("\"a\": \"z {x}\",\n\"b\": \"y\",\n\"c\": {\"one\": \"j\", \"few\": "
                              "\"k\", \"many\": \"{n} {who}\"}",
                              "polish"));
  CHECK(compare_words(original, good).empty());
  const auto bad = *decode_words(
      catalogue("\"a\": \"{w}\",\n\"d\": \"y\",\n\"c\": {\"one\": \"1\", \"other\": \"{n}\"}"));
  CHECK(compare_words(original, bad).size() == 4);
}

TEST_CASE("the shipped catalogue can be read") {
  CHECK(test::shipped_words().texts().size() > 400);
}

TEST_CASE("every state has its words, long and short") {
  using domain::State;
  const domain::Words words = test::shipped_words();
  for (const State state : {State::NotAsked, State::Agreed, State::Refused, State::Withdrawn,
                            State::NotConsent, State::Objected}) {
    const std::string name(domain::name_of(state));
    CAPTURE(name);
    CHECK(words.has("state." + name));
    CHECK(words.has("state.short." + name));
  }
}

TEST_CASE("every month and weekday has its name") {
  const domain::Words words = test::shipped_words();
  for (int month = 1; month <= 12; ++month) CHECK(words.has("date.month." + std::to_string(month)));
  for (int day = 1; day <= 7; ++day) CHECK(words.has("date.weekday." + std::to_string(day)));
}
