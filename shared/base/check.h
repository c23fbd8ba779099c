// CHECK ends the process on a bug of ours, in every build. Bad input is never a bug: it is an error
// value.
#pragma once

namespace sayso {

[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace sayso

#define CHECK(condition) \
  (static_cast<bool>(condition) ? void(0) : ::sayso::check_failed(#condition, __FILE__, __LINE__))

// For what cannot be reached: says why it cannot.
#define BUG(why) ::sayso::check_failed(why, __FILE__, __LINE__)
