#include <algorithm>

#include "shared/domain/words.h"

#include <doctest/doctest.h>

#include "tests/support/shipped_content.h"

using namespace sayso;
using namespace sayso::domain;

TEST_CASE("places are filled by name, as often as they stand") {
  const Words words("en", PluralRule::OneOther, {{"a", "{x} and {y}, then {x}"}}, {});
  CHECK(words.text("a", {{"x", "one"}, {"y", "two"}, {"z", "unused"}}) == "one and two, then one");
}

TEST_CASE("a value with braces in it is not filled again") {
  const Words words("en", PluralRule::OneOther, {{"a", "Hello {name}"}}, {});
  CHECK(words.text("a", {{"name", "{name}"}}) == "Hello {name}");
}

TEST_CASE("a number picks its form and stands in it") {
  const Words words("en", PluralRule::OneOther, {},
                    {{"k", {{PluralForm::One, "1 child"}, {PluralForm::Other, "{n} children"}}}});
  CHECK(words.plural("k", 1) == "1 child");
  CHECK(words.plural("k", 0) == "0 children");
  CHECK(words.plural("k", 21) == "21 children");
  CHECK(words.has("k"));
  CHECK_FALSE(words.has("l"));
}

TEST_CASE("languages count in their own way") {
  using enum PluralForm;
  CHECK(plural_form(PluralRule::ZeroOne, 0) == One);
  CHECK(plural_form(PluralRule::ZeroOne, 2) == Other);
  CHECK(plural_form(PluralRule::OtherOnly, 1) == Other);
  CHECK(plural_form(PluralRule::Polish, 1) == One);
  CHECK(plural_form(PluralRule::Polish, 3) == Few);
  CHECK(plural_form(PluralRule::Polish, 13) == Many);
  CHECK(plural_form(PluralRule::Polish, 22) == Few);
  CHECK(plural_form(PluralRule::Polish, 112) == Many);
  CHECK(plural_form(PluralRule::Polish, 21) == Many);
  CHECK(plural_form(PluralRule::Welsh, 6) == Many);
  CHECK(plural_form(PluralRule::Welsh, 4) == Other);
  CHECK(plural_form(PluralRule::Arabic, 2) == Two);
  CHECK(plural_form(PluralRule::Arabic, 103) == Few);
  CHECK(plural_form(PluralRule::Arabic, 11) == Many);
  CHECK(plural_form(PluralRule::Arabic, 100) == Other);
}

TEST_CASE("no number falls outside the forms that a rule asks for") {
  for (const PluralRule rule : {PluralRule::OneOther, PluralRule::ZeroOne, PluralRule::OtherOnly,
                                PluralRule::Polish, PluralRule::Welsh, PluralRule::Arabic}) {
    const auto forms = forms_of(rule);
    for (int n = 0; n < 250; ++n) {
      const PluralForm form = plural_form(rule, n);
      CHECK(std::find(forms.begin(), forms.end(), form) != forms.end());
    }
  }
}

TEST_CASE("places are found, sorted and once, and a lonely brace is noticed") {
  CHECK(places_in("{b} {a} {b}") == std::vector<std::string>{"a", "b"});
  CHECK(places_in("none")->empty());
  for (const char* broken : {"{", "}", "{a", "a}", "{}", "{a{b}}", "{a}}"}) {
    CAPTURE(broken);
    CHECK_FALSE(places_in(broken).has_value());
  }
}

TEST_CASE("a date is written as people say it") {
  const Words words = test::shipped_words();
  CHECK(date_in_words(words, {2026, 11, 22}) == "22 November 2026");
  CHECK(date_in_words(words, {2027, 3, 1}) == "1 March 2027");
  CHECK(day_in_words(words, {2026, 11, 22}) == "Sunday 22 November 2026");
  CHECK(day_in_words(words, {2026, 11, 23}) == "Monday 23 November 2026");
}

TEST_CASE("a time of day is written as people say it") {
  const Words words = test::shipped_words();
  CHECK(time_in_words(words, 0, 0) == "midnight");
  CHECK(time_in_words(words, 0, 5) == "12:05am");
  CHECK(time_in_words(words, 9, 0) == "9am");
  CHECK(time_in_words(words, 12, 0) == "midday");
  CHECK(time_in_words(words, 12, 30) == "12:30pm");
  CHECK(time_in_words(words, 15, 5) == "3:05pm");
  CHECK(time_in_words(words, 23, 0) == "11pm");
  CHECK(moment_in_words(words, *decode_instant("2026-07-15T14:05:00Z")) ==
        "15 July 2026 at 3:05pm");
}

TEST_CASE("a duration has its two largest units, with the right forms") {
  const Words words = test::shipped_words();
  const auto say = [&](Date from, Date to) { return duration_in_words(words, from, to); };
  CHECK(say({2026, 11, 22}, {2031, 1, 22}) == "4 years and 2 months");
  CHECK(say({2026, 11, 22}, {2027, 11, 22}) == "1 year");
  CHECK(say({2026, 11, 22}, {2027, 11, 30}) == "1 year");
  CHECK(say({2026, 11, 22}, {2026, 12, 23}) == "1 month and 1 day");
  CHECK(say({2026, 11, 22}, {2026, 12, 21}) == "29 days");
  CHECK(say({2026, 11, 22}, {2026, 11, 22}) == "less than a day");
  CHECK(say({2031, 1, 22}, {2026, 11, 22}) == "4 years and 2 months");
  CHECK(say({2026, 1, 31}, {2026, 2, 28}) == "1 month");
}

TEST_CASE("how far away a day is, before and after today") {
  const Words words = test::shipped_words();
  const Date today{2026, 11, 22};
  CHECK(distance_in_words(words, today, today) == "today");
  CHECK(distance_in_words(words, today, {2026, 11, 23}) == "tomorrow");
  CHECK(distance_in_words(words, today, {2026, 11, 21}) == "yesterday");
  CHECK(distance_in_words(words, today, {2026, 11, 25}) == "in 3 days");
  CHECK(distance_in_words(words, today, {2026, 11, 19}) == "3 days ago");
  CHECK(distance_in_words(words, today, {2031, 1, 22}) == "in 4 years and 2 months");
}

TEST_CASE("a list has commas and one last and") {
  const Words words = test::shipped_words();
  CHECK(list_in_words(words, {}).empty());
  CHECK(list_in_words(words, {"a"}) == "a");
  CHECK(list_in_words(words, {"a", "b"}) == "a and b");
  CHECK(list_in_words(words, {"a", "b", "c", "d"}) == "a, b, c and d");
}
