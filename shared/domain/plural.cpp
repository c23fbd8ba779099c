// The cardinal rules of Unicode CLDR for whole numbers, for the languages that a British council is
// likeliest to need.
#include "shared/domain/name_table.h"
#include "shared/domain/words.h"

namespace sayso::domain {
namespace {

constexpr NameTable<PluralRule, 6> kRules{{{PluralRule::OneOther, "one-other"},
                                           {PluralRule::ZeroOne, "zero-one"},
                                           {PluralRule::OtherOnly, "other-only"},
                                           {PluralRule::Polish, "polish"},
                                           {PluralRule::Welsh, "welsh"},
                                           {PluralRule::Arabic, "arabic"}}};

constexpr NameTable<PluralForm, 6> kForms{{{PluralForm::Zero, "zero"},
                                           {PluralForm::One, "one"},
                                           {PluralForm::Two, "two"},
                                           {PluralForm::Few, "few"},
                                           {PluralForm::Many, "many"},
                                           {PluralForm::Other, "other"}}};

PluralForm polish_form(std::int64_t n) {
  if (n == 1) return PluralForm::One;
  const std::int64_t last = n % 10;
  const bool teen = n % 100 >= 12 && n % 100 <= 14;
  return last >= 2 && last <= 4 && !teen ? PluralForm::Few : PluralForm::Many;
}

PluralForm welsh_form(std::int64_t n) {
  switch (n) {
    case 0:
      return PluralForm::Zero;
    case 1:
      return PluralForm::One;
    case 2:
      return PluralForm::Two;
    case 3:
      return PluralForm::Few;
    case 6:
      return PluralForm::Many;
    default:
      return PluralForm::Other;
  }
}

PluralForm arabic_form(std::int64_t n) {
  if (n == 0) return PluralForm::Zero;
  if (n == 1) return PluralForm::One;
  if (n == 2) return PluralForm::Two;
  const std::int64_t last_two = n % 100;
  if (last_two >= 3 && last_two <= 10) return PluralForm::Few;
  return last_two >= 11 ? PluralForm::Many : PluralForm::Other;
}

}  // namespace

PluralForm plural_form(PluralRule rule, std::int64_t n) {
  if (n < 0) n = -n;
  switch (rule) {
    case PluralRule::OneOther:
      return n == 1 ? PluralForm::One : PluralForm::Other;
    case PluralRule::ZeroOne:
      return n <= 1 ? PluralForm::One : PluralForm::Other;
    case PluralRule::OtherOnly:
      return PluralForm::Other;
    case PluralRule::Polish:
      return polish_form(n);
    case PluralRule::Welsh:
      return welsh_form(n);
    case PluralRule::Arabic:
      return arabic_form(n);
  }
  BUG("a plural rule without a rule");
  return PluralForm::Other;
}

std::vector<PluralForm> forms_of(PluralRule rule) {
  using enum PluralForm;
  switch (rule) {
    case PluralRule::OneOther:
    case PluralRule::ZeroOne:
      return {One, Other};
    case PluralRule::OtherOnly:
      return {Other};
    case PluralRule::Polish:
      return {One, Few, Many};
    case PluralRule::Welsh:
    case PluralRule::Arabic:
      return {Zero, One, Two, Few, Many, Other};
  }
  BUG("a plural rule without forms");
  return {};
}

std::optional<PluralRule> find_plural_rule(std::string_view name) { return find_in(kRules, name); }
std::optional<PluralForm> find_plural_form(std::string_view name) { return find_in(kForms, name); }
std::string_view name_of(PluralForm form) { return name_in(kForms, form); }

}  // namespace sayso::domain
