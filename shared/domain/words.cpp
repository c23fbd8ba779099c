#include "shared/domain/words.h"

#include <algorithm>

#include "shared/base/check.h"

namespace sayso::domain {
namespace {

std::string fill(std::string_view text, Words::Values values, std::string_view number) {
  std::string filled;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    filled += text.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find('}', open);
    CHECK(close != std::string_view::npos);
    const std::string_view place = text.substr(open + 1, close - open - 1);
    const auto value = std::find_if(values.begin(), values.end(),
                                    [place](const auto& given) { return given.first == place; });
    const bool is_number = value == values.end() && place == "n" && !number.empty();
    CHECK(is_number || value != values.end());
    filled += is_number ? number : value->second;
    text.remove_prefix(close + 1);
  }
  return filled;
}

}  // namespace

Words::Words(std::string language, PluralRule rule, Texts texts, Plurals plurals)
    : language_(std::move(language)),
      rule_(rule),
      texts_(std::move(texts)),
      plurals_(std::move(plurals)) {}

std::string Words::text(std::string_view key, Values values) const {
  const auto found = texts_.find(key);
  CHECK(found != texts_.end());
  return fill(found->second, values, {});
}

std::string Words::plural(std::string_view key, std::int64_t n, Values values) const {
  const auto found = plurals_.find(key);
  CHECK(found != plurals_.end());
  const auto form = found->second.find(plural_form(rule_, n));
  CHECK(form != found->second.end());
  return fill(form->second, values, std::to_string(n));
}

bool Words::has(std::string_view key) const {
  return texts_.find(key) != texts_.end() || plurals_.find(key) != plurals_.end();
}

std::optional<std::vector<std::string>> places_in(std::string_view text) {
  std::vector<std::string> places;
  while (!text.empty()) {
    const std::size_t brace = text.find_first_of("{}");
    if (brace == std::string_view::npos) break;
    const std::size_t close = text.find_first_of("{}", brace + 1);
    if (text[brace] == '}' || close == std::string_view::npos || text[close] == '{')
      return std::nullopt;
    if (close == brace + 1) return std::nullopt;
    places.emplace_back(text.substr(brace + 1, close - brace - 1));
    text.remove_prefix(close + 1);
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

}  // namespace sayso::domain
