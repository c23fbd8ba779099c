// What people set for themselves: text size, colours, motion, view, reading aloud.
//
// Kept and sent as one short text, "text=150 colours=dark": only what differs from the defaults, in
// the order of all_settings(). It says nothing about a person but how they like to read.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

namespace sayso::screens {

// By name; what is not there has its default.
using Settings = std::map<std::string, std::string>;

struct Setting {
  std::string_view name;                    // of the field too
  std::array<std::string_view, 5> options;  // the first is the default; empty = no more
};

[[nodiscard]] const std::array<Setting, 5>& all_settings();

[[nodiscard]] std::string_view setting_of(const Settings& settings, std::string_view name);
// Nothing changes where there is no such setting or option.
void change_setting(Settings& settings, std::string_view name, std::string_view option);

[[nodiscard]] std::string encode_settings(const Settings& settings);
// Passes over what it does not know: it may come from another version, or from anybody.
[[nodiscard]] Settings decode_settings(std::string_view text);

}  // namespace sayso::screens
