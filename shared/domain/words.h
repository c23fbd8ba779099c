// The words on the screens: a catalogue from key to text, with places for values and forms for
// numbers.
//
//   words.text("home.hello", {{"name", name}})
//   words.plural("home.waiting", count)                 {n} is the number
//
// A key that is missing, a place that is not filled or a value that no place takes is a bug and
// ends the process: the tests walk every key that a screen uses.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/instant.h"
#include "shared/domain/civil_time.h"

namespace sayso::domain {

// The forms that a number can take (Unicode CLDR's names).
enum class PluralForm { Zero, One, Two, Few, Many, Other };

// How a language counts; the catalogue names its rule.
enum class PluralRule {
  OneOther,   // English, Urdu, Somali, Bengali …: 1, the rest
  ZeroOne,    // French …: 0 and 1, the rest
  OtherOnly,  // Chinese, Vietnamese …
  Polish,
  Welsh,
  Arabic,
};

[[nodiscard]] PluralForm plural_form(PluralRule rule, std::int64_t n);
// The forms that a catalogue under this rule has to give.
[[nodiscard]] std::vector<PluralForm> forms_of(PluralRule rule);

[[nodiscard]] std::optional<PluralRule> find_plural_rule(std::string_view name);  // "one-other"
[[nodiscard]] std::optional<PluralForm> find_plural_form(std::string_view name);  // "few"
[[nodiscard]] std::string_view name_of(PluralForm form);

class Words {
 public:
  using Forms = std::map<PluralForm, std::string>;
  using Texts = std::map<std::string, std::string, std::less<>>;
  using Plurals = std::map<std::string, Forms, std::less<>>;
  // The views must outlive the call, no more.
  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  Words() = default;
  Words(std::string language, PluralRule rule, Texts texts, Plurals plurals);

  [[nodiscard]] const std::string& language() const { return language_; }
  [[nodiscard]] std::string text(std::string_view key, Values values = {}) const;
  [[nodiscard]] std::string plural(std::string_view key, std::int64_t n, Values values = {}) const;
  [[nodiscard]] bool has(std::string_view key) const;

  [[nodiscard]] const Texts& texts() const { return texts_; }
  [[nodiscard]] const Plurals& plurals() const { return plurals_; }

 private:
  std::string language_;
  PluralRule rule_ = PluralRule::OneOther;
  Texts texts_;
  Plurals plurals_;
};

// The names between braces, sorted, each once: "{name} has {n}" gives {"n", "name"}. Nothing if a
// brace has no partner.
[[nodiscard]] std::optional<std::vector<std::string>> places_in(std::string_view text);

// "22 November 2026".
[[nodiscard]] std::string date_in_words(const Words& words, Date date);
// "Sunday 22 November 2026".
[[nodiscard]] std::string day_in_words(const Words& words, Date date);
// "3:05pm", "midday", "midnight".
[[nodiscard]] std::string time_in_words(const Words& words, int hour, int minute);
// "22 November 2026 at 3:05pm", as a clock in the United Kingdom shows it.
[[nodiscard]] std::string moment_in_words(const Words& words, Instant instant);
// "4 years and 2 months": the two largest units that are not nothing, days only where there are no
// years.
[[nodiscard]] std::string duration_in_words(const Words& words, Date from, Date to);
// "in 4 years and 2 months", "today", "tomorrow", "3 days ago".
[[nodiscard]] std::string distance_in_words(const Words& words, Date today, Date date);
// "a", "a and b", "a, b and c".
[[nodiscard]] std::string list_in_words(const Words& words, const std::vector<std::string>& items);

}  // namespace sayso::domain
