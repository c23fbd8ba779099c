// Which passwords the team may choose: long ones. No rules about kinds of characters, which make
// people choose worse ones.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "server/app/ports.h"

namespace sayso::app {

// So long that none of the passwords that everybody tries first is among them: those are shorter.
inline constexpr std::size_t kShortestPassword = 15;
inline constexpr std::size_t kLongestPasswordBytes = 256;

enum class PasswordFault {
  TooShort,
  TooLong,
  // Few different characters, or hardly more than the name.
  TooPlain,
};

// Characters are counted as people see them in most languages: code points. Precondition: UTF-8.
[[nodiscard]] std::optional<PasswordFault> find_fault(std::string_view password,
                                                      std::string_view user);

// 80 random bits, to be typed once.
[[nodiscard]] std::string draw_one_time_password(Random& random);

}  // namespace sayso::app
