#include "server/app/passwords.h"

#include <algorithm>
#include <set>

#include "shared/encoding/crockford.h"

namespace sayso::app {
namespace {

constexpr std::size_t kFewestDifferent = 6;

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return small;
}

// Without the name in it, wherever it stands.
std::string without(std::string text, std::string_view name) {
  for (auto at = text.find(name); at != std::string::npos; at = text.find(name))
    text.erase(at, name.size());
  return text;
}

}  // namespace

std::optional<PasswordFault> find_fault(std::string_view password, std::string_view user) {
  if (password.size() > kLongestPasswordBytes) return PasswordFault::TooLong;
  if (count_characters(password) < kShortestPassword) return PasswordFault::TooShort;
  const std::string own = without(in_small_letters(password), user);
  const std::set<char> different(own.begin(), own.end());
  if (different.size() < kFewestDifferent || count_characters(own) < kShortestPassword / 2)
    return PasswordFault::TooPlain;
  return std::nullopt;
}

std::string draw_one_time_password(Random& random) {
  constexpr std::size_t kGroup = 4;
  ByteArray<10> bytes{};
  random.fill(bytes);
  const std::string drawn = encoding::encode_crockford(bytes);
  std::string password;
  for (std::size_t at = 0; at < drawn.size(); at += kGroup)
    password += (at == 0 ? "" : "-") + drawn.substr(at, kGroup);
  return password;
}

}  // namespace sayso::app
