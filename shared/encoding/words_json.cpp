#include "shared/encoding/words_json.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "shared/encoding/content_reader.h"

namespace sayso::encoding {
namespace {

using domain::PluralForm;
using domain::PluralRule;
using domain::Words;

bool is_key(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
  });
}

void check_places(ContentReader& reader, const At& at, const std::string& text) {
  if (!domain::places_in(text)) reader.report(at.pointer, "A brace has no partner.");
}

Words::Forms read_forms(ContentReader& reader, const At& at, PluralRule rule) {
  Words::Forms forms;
  for (const auto& [name, value] : *at.json->object()) {
    const std::optional<PluralForm> form = domain::find_plural_form(name);
    const At place{&value, pointer_below(at.pointer, name)};
    if (!form) {
      reader.report(place.pointer, "\"" + name + "\" is not the name of a plural form.");
      continue;
    }
    forms[*form] = reader.text(at, name);
    check_places(reader, place, forms[*form]);
  }
  for (const PluralForm form : domain::forms_of(rule)) {
    if (forms.find(form) == forms.end())
      reader.report(at.pointer,
                    "The form \"" + std::string(domain::name_of(form)) + "\" is missing.");
  }
  return forms;
}

PluralRule read_rule(ContentReader& reader) {
  const std::string name = reader.text(reader.root(), "plural");
  const std::optional<PluralRule> rule = domain::find_plural_rule(name);
  if (!rule && !name.empty())
    reader.report("/plural", "\"" + name + "\" is not a way of counting that is known here.");
  return rule.value_or(PluralRule::OneOther);
}

Words read_words(ContentReader& reader) {
  reader.only(reader.root(), {"language", "plural", "words"});
  std::string language = reader.text(reader.root(), "language");
  const PluralRule rule = read_rule(reader);
  Words::Texts texts;
  Words::Plurals plurals;
  const At words = reader.member(reader.root(), "words");
  const Json::Object* object = words.json ? words.json->object() : nullptr;
  if (words.json && !object) reader.report(words.pointer, "\"words\" has to be an object.");
  if (!object) return {};
  for (const auto& [key, value] : *object) {
    const At at{&value, pointer_below(words.pointer, key)};
    if (!is_key(key)) reader.report(at.pointer, "A key has small letters, digits, dots, _ and -.");
    if (value.object()) {
      plurals[key] = read_forms(reader, at, rule);
    } else {
      texts[key] = reader.text(words, key);
      check_places(reader, at, texts[key]);
    }
  }
  return Words(std::move(language), rule, std::move(texts), std::move(plurals));
}

std::vector<std::string> places_of(const Words& words, const std::string& key) {
  const auto text = words.texts().find(key);
  if (text != words.texts().end())
    return domain::places_in(text->second).value_or(std::vector<std::string>());
  // The last form is the one for large numbers, and always names the number.
  const Words::Forms& forms = words.plurals().find(key)->second;
  const auto other = forms.rbegin();
  return domain::places_in(other->second).value_or(std::vector<std::string>());
}

template <class Entries>
void compare_entries(std::vector<std::string>& differences, const Entries& original,
                     const Entries& translation, const Words& from, const Words& to) {
  for (const auto& [key, value] : original) {
    if (translation.find(key) == translation.end()) {
      differences.push_back(key + " is missing");
    } else if (places_of(from, key) != places_of(to, key)) {
      differences.push_back(key + " has other places for values");
    }
  }
  for (const auto& [key, value] : translation) {
    if (original.find(key) == original.end())
      differences.push_back(key + " is not in the original");
  }
}

}  // namespace

Expected<Words, std::vector<LineProblem>> decode_words(std::string_view text) {
  const auto json = decode_json(text, kWordsLimits);
  if (!json) return failure(std::vector<LineProblem>{line_problem(json.error())});
  ContentReader reader(text, *json);
  Words words = read_words(reader);
  std::vector<LineProblem> problems = reader.problems();
  if (!problems.empty()) return failure(std::move(problems));
  return words;
}

std::vector<std::string> compare_words(const Words& original, const Words& translation) {
  std::vector<std::string> differences;
  compare_entries(differences, original.texts(), translation.texts(), original, translation);
  compare_entries(differences, original.plurals(), translation.plurals(), original, translation);
  return differences;
}

}  // namespace sayso::encoding
