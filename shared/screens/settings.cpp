#include "shared/screens/settings.h"

#include <algorithm>

namespace sayso::screens {
namespace {

const Setting* find_setting(std::string_view name) {
  for (const Setting& setting : all_settings()) {
    if (setting.name == name) return &setting;
  }
  return nullptr;
}

}  // namespace

const std::array<Setting, 5>& all_settings() {
  static constexpr std::array<Setting, 5> all{{
      {"text", {"100", "125", "150", "175", "200"}},
      {"colours", {"system", "light", "dark", "contrast", "contrast-dark"}},
      {"motion", {"system", "less"}},
      {"view", {"standard", "simple"}},
      {"aloud", {"off", "on"}},
  }};
  return all;
}

std::string_view setting_of(const Settings& settings, std::string_view name) {
  const auto found = settings.find(std::string(name));
  if (found != settings.end()) return found->second;
  const Setting* setting = find_setting(name);
  return setting ? setting->options[0] : std::string_view();
}

void change_setting(Settings& settings, std::string_view name, std::string_view option) {
  const Setting* setting = find_setting(name);
  if (!setting || option.empty()) return;
  if (option == setting->options[0]) {
    settings.erase(std::string(name));
  } else if (std::find(setting->options.begin(), setting->options.end(), option) !=
             setting->options.end()) {
    settings[std::string(name)] = option;
  }
}

std::string encode_settings(const Settings& settings) {
  std::string text;
  for (const Setting& setting : all_settings()) {
    const auto found = settings.find(std::string(setting.name));
    if (found == settings.end()) continue;
    if (!text.empty()) text += ' ';
    text += found->first + "=" + found->second;
  }
  return text;
}

Settings decode_settings(std::string_view text) {
  Settings settings;
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(pair.size() + 1, text.size()));
    const std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos)
      change_setting(settings, pair.substr(0, equals), pair.substr(equals + 1));
  }
  return settings;
}

}  // namespace sayso::screens
